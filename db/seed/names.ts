const words = (line: string) => line.trim().split(/\s+/);
/** Names of more than one word are written with an underscore. */
const names = (line: string) => words(line).map((name) => name.replaceAll('_', ' '));

/** First and last names that go together, and how common the family they come from is among those who write to a clinic in Florida. */
export const FAMILIES = [
  {
    code: 'anglo',
    share: 60,
    female:
      names(`Linda Patricia Barbara Susan Deborah Karen Nancy Donna Carol Sharon Sandra Diane Janet Kathleen Pamela Debra Cynthia Brenda Cheryl Judith
      Teresa Gloria Kimberly Michelle Lisa Angela Tammy Melissa Amy Rebecca Stephanie Heather Nicole Jennifer Jessica Amanda Sarah Ashley Lauren Megan
      Rachel Emily Brittany Courtney Danielle Erin Holly Kristen Lindsay Paula Rhonda Robin Sheila Tracy Valerie Wanda Yvonne Marjorie Ruth Betty
      Dorothy Joan Shirley Phyllis Marilyn Beverly Latoya Ebony Tamika Monique Keisha Jasmine Mary_Ann Anne-Marie`),
    male: names(`James Robert John Michael David William Richard Thomas Charles Gary Larry Ronald Donald Kenneth Steven Edward Dennis Jerry Frank Raymond
      Roger Gerald Walter Keith Douglas Terry Wayne Randy Russell Bruce Craig Glenn Scott Mark Paul Kevin Brian Jeffrey Timothy Gregory
      Eric Todd Chad Derek Travis Kyle Justin Brandon Ryan Tyler Marcus Darnell Terrence Jamal Andre Reginald Clifford Harold Eugene Howard
      Leonard Stanley Norman Vernon Curtis Clayton Dale Earl Floyd Wesley Garrett Trevor`),
    last: names(`Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Martin Thompson White Harris Clark Lewis Robinson
      Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Mitchell Carter Roberts Phillips Campbell Parker Evans Edwards Collins
      Stewart Morris Rogers Reed Cook Morgan Bell Murphy Bailey Cooper Richardson Cox Howard Ward Peterson Gray James Watson Brooks Kelly
      Sanders Price Bennett Wood Barnes Ross Henderson Coleman Jenkins Perry Powell Long Patterson Hughes Washington Butler Simmons Foster Bryant
      Alexander Russell Griffin Hayes Myers Ford Hamilton Graham Sullivan Wallace Woods Cole West Jordan Owens Reynolds Fisher Ellis Harrison
      Gibson McDonald Marshall Freeman Wells Webb Simpson Stevens Tucker Porter Hunter Hicks Crawford Boyd Mason Kennedy
      Warren Dixon Burns Gordon Shaw Holmes Rice Robertson Hunt Black Daniels Palmer Mills Nichols Grant Knight Ferguson Rose Stone Hawkins
      Dunn Perkins Hudson Spencer Gardner Stephens Payne Pierce Berry Matthews Arnold Wagner Willis Ray Watkins Olson Carroll Duncan Snyder
      Hart Cunningham Bradley Lane Andrews Harper Fox Riley Armstrong Carpenter Weaver Greene Lawrence Elliott Sims Austin
      Peters Kelley Franklin Lawson Fields Ryan Schmidt Carr Wheeler Chapman Oliver Montgomery Richards Williamson Johnston Banks Meyer Bishop
      McCoy Howell Morrison Hansen Harvey Little Burton Stanley George Jacobs Reid Fuller Lynch Dean Gilbert Garrett Welch Larson
      O'Connor O'Brien MacKenzie Fitzgerald Blackwell Abernathy Featherstonehaugh St._Clair Van_Buren DeWitt Whittaker-Holloway`),
  },
  {
    code: 'hispanic',
    share: 24,
    female:
      names(`María Ana Carmen Rosa Luz Isabel Marta Elena Gladys Maritza Yolanda Silvia Beatriz Mercedes Milagros Alicia Teresa Leticia Graciela Norma
      Lourdes Xiomara Yesenia Daniela Valentina Gabriela Adriana Claudia Patricia Mónica Verónica Rocío Inés Noelia Marisol Ivelisse María_del_Carmen Ana_Lucía`),
    male: names(`José Luis Carlos Juan Jorge Miguel Rafael Manuel Pedro Francisco Ricardo Roberto Fernando Eduardo Alberto Héctor Ramón Raúl Julio Óscar
      Sergio Andrés Diego Javier Alejandro Ernesto Orlando Ángel Ismael Gustavo Rolando Osvaldo Rubén Iván Joaquín Wilfredo José_Antonio Juan_Carlos`),
    last: names(`García Rodríguez Martínez Hernández López González Pérez Sánchez Ramírez Torres Flores Rivera Gómez Díaz Reyes Morales Cruz Ortiz Gutiérrez Chávez
      Ramos Ruiz Álvarez Mendoza Vásquez Castillo Jiménez Romero Herrera Medina Aguilar Vargas Guzmán Méndez Muñoz Salazar Soto Delgado Rojas Acosta
      Figueroa Cabrera Santiago Suárez Núñez Peña Quiñones Valdés Escobar Alfonso Batista Betancourt Fonseca Marrero Zayas Pacheco Rosario Arroyo
      De_la_Cruz Del_Valle Ponce_de_León Santos-Rivera Gómez-Peralta Fernández_de_Castro`),
  },
  {
    code: 'haitian',
    share: 4,
    female: names(
      'Marie-Claire Guerline Nadège Fabiola Rose-Marie Mirlande Yolette Ketsia Wideline Islande Darline Marjorie',
    ),
    male: names(
      'Jean-Robert Wilner Frantz Emmanuel Jean-Baptiste Pierre-Louis Evens Ronald Stanley Wisly Gesner Reynold',
    ),
    last: names(
      'Pierre Joseph Jean-Louis Charles Louis Baptiste Desrosiers Augustin Toussaint Cadet Estimé Dieudonné Saint-Fleur Beauvoir Laguerre Moïse',
    ),
  },
  {
    code: 'european',
    share: 5,
    female: names(
      'Agnieszka Svetlana Olga Irina Giulia Katarzyna Ingrid Helga Yelena Miriam Rivka Simone Zofia Brigitte Annelise Despina',
    ),
    male: names(
      'Marek Dmitri Boris Giovanni Piotr Lars Klaus Igor Saul Mordechai Henrik Wojciech Nikos Vadim Luca Anatoly',
    ),
    last: names(`Kowalski Nowakowski Ivanov Petrenko Rossi Esposito Lindqvist Schneider Goldberg Rosenthal Katz Wójcik Papadopoulos Müller Dahl Novak
      Szczepański Grünewald Feldman Moskowitz Jørgensen Bianchi Papageorgiou-Stone`),
  },
  {
    code: 'asian',
    share: 4,
    female: names(
      'Mei Linh Hye-jin Priya Anjali Lakshmi Thuy Yuki Grace Sunita Maricel Rosalinda Xiu_Ying Deepa Kavita',
    ),
    male: names('Wei Minh Sung-ho Rajesh Sanjay Vikram Duc Kenji Benjie Rodel Anil Jun Harpreet Suresh Tuan'),
    last: names(
      'Nguyen Tran Pham Chen Wang Li Zhang Kim Park Patel Shah Sharma Singh Reddy Tanaka Yamamoto Santos Reyes Dela_Cruz Venkataraman Krishnamurthy Bui Choi',
    ),
  },
  {
    code: 'other',
    share: 3,
    female: names('Layla Fatima Ngozi Chioma Abena Samira Yasmin Adaeze Amina Zainab Nour Efua'),
    male: names('Omar Hassan Chukwuemeka Kofi Samir Ibrahim Tariq Emeka Yusuf Bilal Kwabena Femi'),
    last: names(
      'Haddad Khoury Abubakar Okonkwo Nwosu Mensah Owusu Hussein Rahman Abdi El-Amin Bello Asante Oyelaran Al-Rashid Chukwuma',
    ),
  },
] as const;
