"""Other ways to read an export of Apple Health, as programs: what ours is measured beside.

Each picks the type, the start, the end, the value and the source of every record of the kinds we
keep. The scanner in C also makes seconds of the dates and numbers of the values.
"""

COUNT = """
import sys
found, before = 0, b""
with open(sys.argv[1], "rb") as file:
    while text := file.read(1 << 22):
        found += (before + text).count(b"<Record ")
        before = text[-7:]
print(found)
"""

LXML = """
import sys
from lxml import etree
WANTED = {"HK" + name for name in (
    "QuantityTypeIdentifierStepCount", "QuantityTypeIdentifierAppleExerciseTime",
    "QuantityTypeIdentifierHeartRate", "QuantityTypeIdentifierRestingHeartRate",
    "QuantityTypeIdentifierHeartRateVariabilitySDNN", "QuantityTypeIdentifierBloodGlucose",
    "CategoryTypeIdentifierSleepAnalysis", "CategoryTypeIdentifierMindfulSession")}
class Target:
    count = 0
    def start(self, tag, told):
        if tag == "Record" and told["type"] in WANTED:
            self.picked = told["startDate"], told["endDate"], told["value"], told["sourceName"]
            self.count += 1
    def end(self, tag): pass
    def data(self, text): pass
    def close(self): return self.count
parser = etree.XMLParser(target=Target(), huge_tree=True)
with open(sys.argv[1], "rb") as file:
    while text := file.read(1 << 20):
        parser.feed(text)
print(parser.close())
"""

C_SCANNER = r"""
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define ROOM (1 << 22)
static const char *wanted[] = {
    "HKQuantityTypeIdentifierStepCount\"", "HKQuantityTypeIdentifierAppleExerciseTime\"",
    "HKQuantityTypeIdentifierHeartRate\"", "HKQuantityTypeIdentifierRestingHeartRate\"",
    "HKQuantityTypeIdentifierHeartRateVariabilitySDNN\"",
    "HKQuantityTypeIdentifierBloodGlucose\"", "HKCategoryTypeIdentifierSleepAnalysis\"",
    "HKCategoryTypeIdentifierMindfulSession\"", 0};
static int two(const char *t) { return (t[0] - '0') * 10 + t[1] - '0'; }
static long seconds(const char *t) {
    long y = two(t) * 100 + two(t + 2), m = two(t + 5), d = two(t + 8);
    y -= m <= 2;
    long era = y / 400, of = y - era * 400;
    long day = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    long days = era * 146097 + of * 365 + of / 4 - of / 100 + day - 719468;
    return days * 86400 + two(t + 11) * 3600 + two(t + 14) * 60 + two(t + 17);
}
static const char *told(const char *from, const char *end, const char *name) {
    const char *at = memmem(from, end - from, name, strlen(name));
    return at ? at + strlen(name) : 0;
}
int main(int count, char **words) {
    FILE *file = fopen(words[count - 1], "rb");
    char *text = malloc(2 * ROOM);
    size_t kept = 0, more;
    long found = 0, sum = 0;
    double values = 0;
    while ((more = fread(text + kept, 1, ROOM, file)) > 0) {
        char *end = text + kept + more, *at = text, *next;
        while ((at = memmem(at, end - at, "<Record type=\"", 14))) {
            char *close = memchr(at, '>', end - at);
            if (!close) break;
            at += 14;
            for (const char **each = wanted; *each; each++) {
                if (strncmp(at, *each, strlen(*each))) continue;
                const char *start = told(at, close, " startDate=\"");
                const char *until = told(at, close, " endDate=\"");
                const char *value = told(at, close, " value=\"");
                const char *source = told(at, close, " sourceName=\"");
                if (start && until && source) {
                    sum += seconds(until) - seconds(start);
                    values += value ? strtod(value, 0) : 0;
                    found++;
                }
                break;
            }
            at = close;
        }
        next = at ? at : (end - text > 16 ? end - 16 : text);
        kept = end - next;
        if (kept > ROOM) kept = 0;
        memmove(text, next, kept);
    }
    printf("%ld %ld %.0f\n", found, sum, values);
    return 0;
}
"""
