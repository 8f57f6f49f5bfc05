// The facts of the real course, as its packages hold them; written by the fixture `course_facts`.

import { readFileSync } from "node:fs";

import { Course } from "../../coursekit/web/lms/course.js";

export const facts = () => JSON.parse(readFileSync(process.env.COURSE_FACTS, "utf-8"));
export const course = () => new Course(facts());
