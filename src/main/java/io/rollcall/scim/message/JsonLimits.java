package io.rollcall.scim.message;

/**
 * What a JSON body may be at most.
 *
 * @param bytes size in bytes of UTF-8
 * @param depth nesting of objects and arrays
 * @param stringLength characters of one string or name, as written
 * @param numberLength characters of one number
 * @param values objects, arrays, and what follows another one in them
 */
public record JsonLimits(int bytes, int depth, int stringLength, int numberLength, int values) {}
