/** 采用学校: which school adopts a text: its 学校标识码, and the code of the county it lies in. */
export interface SchoolOf {
  schoolCode: string;
  placeCode: string;
}
