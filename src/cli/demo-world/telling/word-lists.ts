// The things people talk about, dealt into small talk. Invented where it names a place, a team or a programme.
import type { WordLists } from './teller.ts';

const words = (text: string): string[] => text.split(',').map(word => word.trim());

export const WORD_LISTS: WordLists = {
  animal: words(
    'otter, hedgehog, beaver, llama, pigeon, badger, crab, ferret, owl, moth, newt, donkey, penguin, snail, heron, hamster, sloth, weasel, duck, tortoise',
  ),
  argue: words(
    'whether toast is a cake, the best biscuit, if fish get thirsty, who borrowed the stapler, hot dogs, what counts as soup',
  ),
  assembly: words(
    'kindness, lost property, the bins, a man who rowed across the sea, road safety, litter, trying, a chair, bees',
  ),
  bake: words('brownies, flapjacks, scones, cookies, rock cakes, shortbread, fairy cakes, gingerbread men'),
  bigword: words(
    'necessary, plausible, rhythm, conscientious, mischievous, embarrass, ambivalent, onomatopoeia, bureau, parallel',
  ),
  build: words(
    'castle, farm, bakery, lighthouse, treehouse, spaceship, hotel for cows, zoo, underground base, train station, bridge',
  ),
  bustime: words('7.38, 7.44, ten to 8, twenty to, 7.51'),
  charname: words('Pip Underhill, Captain Sock, Marrow, Nib, Tuesday, Lady Gristle, Dot, Mr Elbow, Plink'),
  clock: words('4, half 4, 5ish, ten past 5, 6, half 6, 7ish, quarter past 7, 9, half 9'),
  club: words(
    'choir, chess club, art club, homework club, the quiz team, gardening club, drama, coding club, badminton',
  ),
  colour: words('purple, orange, bright green, silver, navy, pink, mustard, black, turquoise, red'),
  cousin: words('cousin, big cousin, cousin from Marlby, other cousin, little cousin'),
  drawscore: words('1-1, 2-2, 0-0, 3-3'),
  fact: words(
    'wombats do square poos, there are more trees than stars or the other way round, honey never goes off, octopuses have three hearts, you can’t hum with your nose shut, a day on Venus is longer than a year, cows have best friends, bananas are berries, snails can sleep for years, the moon is moving away, sharks are older than trees, carrots used to be purple',
  ),
  faraway: words('the coast, an island, the mountains, a farm, the other end of the country, somewhere hot'),
  favthing: words(
    'colour, crisp flavour, smell, word, day, biscuit, lesson, cheese, month, number, jumper, room, sandwich, sound',
  ),
  food: words(
    'pasta, fish fingers, shepherds pie, curry, sausage and mash, jacket potato, chicken pie, lasagne, beans on toast, chilli, stew, egg and chips, fajitas, pizza, noodles, soup, cauliflower cheese, toad in the hole, burgers, tuna bake',
  ),
  found: words(
    'a spoon, a plastic crab, half a skateboard, one glove, a wooden duck, an old calculator, a tennis ball, someone’s retainer, a candle shaped like a pear, a mug, a traffic cone, three hair bobbles',
  ),
  game: words('Minecraft, Roblox, Fortnite'),
  gamething: words(
    'a shield, the good sword, a saddle, coins, a golden apple, potions, my spare bow, the map, diamonds, a llama',
  ),
  holiday: words('half term, christmas, the holidays, new year'),
  lengths: words('60, 64, 72, 80, 100, 50, 84'),
  likes: words('12, 41, 88, 130, 204, 19, 67, 311, 7, 53'),
  losescore: words('1-0, 2-1, 3-1, 4-0, 5-2, 2-0, 3-2'),
  lowpct: words('31%, 27%, 18%, 9%, 14%, 22%, 38%, 6%'),
  mins: words('5, 8, 10, 12, 15, 17, 20, 25, 9, 6'),
  modelof: words(
    'a volcano, a castle, the water cycle, a Tudor house, the heart, a bridge out of straws, a village, an atom',
  ),
  old: words('74, 79, 81, 68, 77'),
  pct: words('78%, 84%, 91%, 67%, 88%, 95%, 72%, 81%'),
  percent: words('4%, 11%, 2%, 7%'),
  place: words('third, fourth, last, second last, fifth, somewhere in the middle'),
  price: words('2, 3, 4, 5, 6, 7, 8, 9, 12, 15'),
  sauce: words('ketchup, mayo, gravy, salad cream, brown sauce, vinegar, jam, mint sauce'),
  seaside: words('Saltby, Cold Harbour, Whelk Bay, Thornsea'),
  shop: words(
    'the pound shop, the card shop, the market, Bakers on the corner, the sports shop, the big charity shop, the bookshop, the garden centre',
  ),
  show: words(
    'Harbour Lane, The Bake Tent, Nine Doors, Vets on Call, Planet Otter, Swap Street, The Long Weekend, Ghost Stop, Marlby Nights, Rubbish Robots',
  ),
  silly: words('rubber frog, plastic spider, whole satsuma, tiny traffic cone, jelly snake'),
  object: words(
    'tea towel, ladder, wheelbarrow, lampshade, teapot, deckchair, colander, bath mat, trombone, doorstop, tambourine, suitcase, mop, clipboard, hot water bottle, filing cabinet',
  ),
  sleepover: words('the sleepover, going to the cinema, stay at hers, the party, the concert, the bonfire'),
  snack: words(
    'satsuma, crisps, flapjack, cereal bar, cheese string, banana, doughnut, biscuit, yoghurt, crumpet, rice cake, apple, hot chocolate, sausage roll, toastie',
  ),
  song: words(
    'the bin lorry song, that advert one, the one from the year 6 disco, the trumpet one, the robot song, one with no words, the elevator one, the counting song',
  ),
  spoil: words(
    'the dog did it, he wakes up, they all move to the seaside, she was the baker, it was the twin',
  ),
  sponsor: words('silence, walk, skip, bounce, swim, read'),
  subject: words(
    'maths, history, french, science, geography, english, music, dt, re, spanish, drama, computing, chemistry, food tech',
  ),
  teacher: words('mr hale, mr dunne, mr okafor, mr pryce, mr tully, mr lowther, mr banks, mr abbot'),
  teammate: words('tash, little jo, priya w, saffy, mo, georgie, bella k, nat'),
  tenths: words('half a second, two seconds, 0.3, 1.4 seconds, nearly a second'),
  thing: words(
    'bike, charger, headphones, ruler, speaker, pencil case, lamp, controller, door handle, hairbrush, calculator, torch, water bottle, umbrella',
  ),
  topic: words(
    'fractions, the Tudors, rivers, verbs, photosynthesis, volcanoes, angles, coasts, electricity, rhyme, the water cycle, ratio, the Victorians, cells, past tense, maps',
  ),
  town: words('Orrenby, Marlby, Tarnwick'),
  nearby: words('Marlby, Tarnwick, Whelk Bay, Saltby, Kell Bridge'),
  team: words(
    'Marlby Rovers, Tarnwick Town, Kell Bridge Colts, Saltby Juniors, Thornsea Reds, Upper Orren, Fellside, Hartley Mill, Whelk Bay, Marlby Wanderers',
  ),
  tripplace: words(
    'a castle, the sewage works, a museum, the coast, a farm, the town hall, a theatre, a power station, Saltby, a Roman wall',
  ),
  want: words(
    'a new phone case, the blue trainers, a skateboard, headphones, a fish tank, a big hoodie, a beanbag, a drum, a lava lamp, a real desk, a watch',
  ),
  weekday: words('monday, tuesday, wednesday, thursday, friday, saturday, sunday'),
  winscore: words('3-1, 2-0, 4-2, 1-0, 5-3, 2-1, 6-0'),
  worrysmall: words(
    'the thing i said in year 5, space, the test, if {pet} is lonely, talking in front of people, nothing really, what if i forget how to swallow',
  ),
  wyra: words(
    'have hands for feet, only whisper, eat {snack}s for every meal, fight one {animal} the size of a bus, never use a phone again, always be a bit damp, live in a lighthouse, have a tail, only walk backwards, sneeze glitter',
  ),
  wyrb: words(
    'have feet for hands, only shout, never eat {snack}s, fight a hundred tiny {animal}s, never see the sea again, always be a bit sandy, live on a bus, have antlers, only hop, cry ketchup',
  ),
};
