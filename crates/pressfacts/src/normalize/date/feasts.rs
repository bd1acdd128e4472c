//! Years of feasts that follow the moon, where arithmetic does not give their days.

/// The first year of [`LUNAR_NEW_YEAR`], [`DRAGON_BOAT`] and [`MID_AUTUMN`].
pub(super) const FIRST_CHINESE: i32 = 1950;
/// The first year of [`DIWALI`] and [`HOLI`].
pub(super) const FIRST_HINDU: i32 = 2001;
/// The first year of [`ISLAMIC_MONTHS`], and the day that it starts with.
pub(super) const FIRST_ISLAMIC: (i32, (i32, u32, u32)) = (1369, (1949, 10, 23));

/// Lunar New Year, as month times a hundred and day. After the tables of the Hong Kong Observatory.
pub(super) const LUNAR_NEW_YEAR: &[u32] = &[
    217, 206, 127, 214, 203, 124, 212, 131, 218, 208, 128, 215, 205, 125, 213, 202, 121, 209, 130, 217, 206, 127, 215, 203, 123,
    211, 131, 218, 207, 128, 216, 205, 125, 213, 202, 220, 209, 129, 217, 206, 127, 215, 204, 123, 210, 131, 219, 207, 128, 216,
    205, 124, 212, 201, 122, 209, 129, 218, 207, 126, 214, 203, 123, 210, 131, 219, 208, 128, 216, 205, 125, 212, 201, 122, 210,
    129, 217, 206, 126, 213, 203, 123, 211, 131, 219, 208, 128, 215, 204, 124, 212, 201, 122, 210, 130, 217, 206, 126, 214, 202,
    123,
];

/// The fifth day of the fifth month.
pub(super) const DRAGON_BOAT: &[u32] = &[
    619, 609, 528, 615, 605, 624, 613, 602, 621, 610, 529, 617, 606, 625, 614, 604, 623, 612, 531, 619, 608, 528, 615, 605, 624,
    614, 602, 621, 610, 530, 617, 606, 625, 615, 604, 622, 611, 531, 618, 608, 528, 616, 605, 624, 613, 602, 620, 609, 530, 618,
    606, 625, 615, 604, 622, 611, 531, 619, 608, 528, 616, 606, 623, 612, 602, 620, 609, 530, 618, 607, 625, 614, 603, 622, 610,
    531, 619, 609, 528, 616, 605, 624, 612, 601, 620, 610, 530, 618, 607, 527, 614, 603, 622, 611, 531, 619, 608, 529, 615, 604,
    623,
];

/// The fifteenth day of the eighth month.
pub(super) const MID_AUTUMN: &[u32] = &[
    926, 915, 1003, 922, 911, 930, 919, 908, 927, 917, 1005, 924, 913, 1002, 920, 910, 929, 918, 1006, 926, 915, 1003, 922, 911,
    930, 920, 908, 927, 917, 1005, 923, 912, 1001, 921, 910, 929, 918, 1007, 925, 914, 1003, 922, 911, 930, 920, 909, 927, 916,
    1005, 924, 912, 1001, 921, 911, 928, 918, 1006, 925, 914, 1003, 922, 912, 930, 919, 908, 927, 915, 1004, 924, 913, 1001, 921,
    910, 929, 917, 1006, 925, 915, 1003, 922, 912, 1001, 919, 908, 927, 916, 1004, 924, 913, 1002, 920, 910, 928, 917, 1005, 925,
    915, 1004, 922, 911, 930,
];

/// Diwali, as India keeps it; after the lists of timeanddate.com.
pub(super) const DIWALI: &[u32] = &[
    1114, 1104, 1025, 1112, 1101, 1021, 1109, 1028, 1017, 1105, 1026, 1113, 1103, 1023, 1111, 1030, 1019, 1107, 1027, 1114, 1104,
    1024, 1112, 1031, 1020, 1108, 1029, 1017, 1105, 1026, 1114, 1102, 1022, 1110, 1030,
];

/// Holi, after the same lists.
pub(super) const HOLI: &[u32] = &[
    310, 329, 318, 307, 326, 315, 304, 322, 311, 301, 320, 308, 327, 317, 306, 324, 313, 302, 321, 310, 329, 318, 308, 325, 314,
    304, 322, 311, 301, 320, 309, 327, 316, 305, 324,
];

/// The Umm al-Qura calendar of Saudi Arabia, after van Gent's tables: a bit for each month of a year, the first month's the lowest, set where the month has 30 days.
pub(super) const ISLAMIC_MONTHS: &[u16] = &[
    0x6d5, 0x555, 0xea5, 0xd2a, 0xaaa, 0xcd5, 0x655, 0x572, 0xda9, 0x555, 0xaaa, 0x555, 0x52d, 0xa6d, 0x55a, 0x555, 0x74d, 0xd53,
    0xd54, 0x556, 0xd55, 0x2d5, 0xd55, 0xd54, 0xd45, 0x655, 0x52d, 0xa5d, 0x55a, 0xad5, 0x6aa, 0xd4b, 0x52a, 0xa57, 0x4ae, 0x976,
    0x56c, 0xb55, 0xaaa, 0xa55, 0x4ad, 0x95d, 0x2da, 0x5d9, 0xdb2, 0xba4, 0xb4a, 0xa55, 0x2b5, 0x575, 0xb6a, 0xbd2, 0xbc4, 0xb89,
    0xa95, 0x52d, 0x5ad, 0xb6a, 0x6d4, 0xdc9, 0xd92, 0xaa6, 0x956, 0x2ae, 0x56d, 0x36a, 0xb55, 0xaaa, 0x94d, 0x49d, 0x95d, 0x2ba,
    0x5b5, 0x5aa, 0xd55, 0xa9a, 0x92e, 0x26e, 0x55d, 0xada, 0x6d4, 0x6a5, 0x54b, 0xa97, 0x54e, 0xaae, 0x5ac, 0xba9, 0xd92, 0xb25,
    0x64b, 0xcab, 0x55a, 0xb55, 0x6d2, 0xea5, 0xe4a, 0xa95, 0x52d, 0xaad, 0x36c, 0x759, 0x6d2, 0x695, 0x52d, 0xa5b, 0x4ba, 0x9ba,
    0x3b4, 0xb69, 0xb52, 0xaa6,
];
