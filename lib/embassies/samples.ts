/**
 * A sample, not a directory: who represents whom, and every address, is invented. It shows the form of a file and lets the
 * tester be tried; `sample` in its last column keeps real campaigns from writing to any of them.
 */
export const sampleEmbassies = `represents,host,covers_also,office,salutation,holder,language,email,fax,post,sample
CN,KR,,Ambassador of China in Seoul,"Your Excellency,",,en,seoul@embassy.example.org,+44 1632 960101,,sample
CN,JP,"PW, FM",Ambassador of China in Tokyo,"Your Excellency,",,en,tokyo@embassy.example.org,,,sample
CN,FR,MC,Ambassador of China in Paris,"Your Excellency,",,fr,paris@embassy.example.org,,"Embassy of China
1 Example Street
75000 Paris",sample
CN,DE,,Ambassador of China in Berlin,"Your Excellency,",,de,,+44 1632 960102,"Embassy of China
2 Example Street
10000 Berlin",sample
KP,SE,"DK, FI, NO, IS",Ambassador of North Korea in Stockholm,"Your Excellency,",,en,,,"Embassy of North Korea
3 Example Street
10000 Stockholm",sample
KP,MN,,Ambassador of North Korea in Ulaanbaatar,"Your Excellency,",,en,ulaanbaatar@embassy.example.org,,,sample
`;
