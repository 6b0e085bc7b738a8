// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/dated_drift.h"

#include "models/domain/drift/wrong_clock.h"

#include <algorithm>
#include <utility>

namespace snowmelt {

namespace {

using Key = std::pair<DriftSection, QByteArray>;

struct SeenDifference
{
    Difference difference;
    bool hidden = false;
    QList<LikelyCause> causes;
};

/// A folder that could not be opened hides what is below it.
bool hides(DriftSection section, const QByteArray& blind, const QByteArray& key)
{
    if (blind == key)
        return true;
    const bool isBelow = key.startsWith(blind.endsWith('/') ? blind : QByteArray(blind + '/'));
    return section == DriftSection::Files && isBelow;
}

QSet<DriftSection> seenSections(const DriftSighting& sighting)
{
    QSet<DriftSection> seen = sighting.sections;
    for (const Unseen& unseen : sighting.report.unseen) {
        if (unseen.what.isEmpty())
            seen.remove(unseen.section);
    }
    return seen;
}

/// The causes of one difference; where they are kept it is the only one.
QList<LikelyCause> causesOf(const DriftReport& report, int index)
{
    QList<LikelyCause> causes;
    for (LikelyCause cause : report.causes) {
        if (!cause.differences.contains(index))
            continue;
        cause.differences = {0};
        causes.append(cause);
    }
    return causes;
}

QMap<Key, SeenDifference> differencesOf(const DriftReport& report)
{
    QMap<Key, SeenDifference> seen;
    for (int i = 0; i < report.differences.size(); ++i) {
        const Difference& difference = report.differences.at(i);
        seen.insert({difference.section, difference.key}, {difference, false, causesOf(report, i)});
    }
    for (const HiddenDifference& hidden : report.hidden)
        seen.insert({hidden.difference.section, hidden.difference.key}, {hidden.difference, true, {}});
    for (SeenDifference& one : seen) {
        one.difference.baselineText.clear();
        one.difference.actualText.clear();
    }
    return seen;
}

/// The last scan that would have seen this thing; null: none.
QDateTime lastLookAt(const NodePast& past, const Key& key)
{
    const auto section = past.sections.constFind(key.first);
    if (section == past.sections.constEnd())
        return {};
    QDateTime last = section->seenAt;
    for (auto blind = section->blind.cbegin(); blind != section->blind.cend(); ++blind) {
        if (hides(key.first, blind.key(), key.second) && (!blind->isValid() || *blind < last))
            last = *blind;
        if (!last.isValid())
            break;
    }
    return last;
}

KeptDifference begun(const NodePast& past, const DriftSighting& sighting, const Key& key, const SeenDifference& seen)
{
    KeptDifference kept;
    kept.hidden = seen.hidden;
    kept.dated.node = sighting.report.node;
    kept.dated.group = sighting.group;
    kept.dated.difference = seen.difference;
    kept.dated.absentAt = lastLookAt(past, key);
    kept.dated.firstSeen = sighting.report.scannedAt;
    kept.dated.lastSeen = sighting.report.scannedAt;
    kept.dated.causes = seen.causes;
    return kept;
}

KeptDifference seenAgain(KeptDifference kept, const DriftSighting& sighting, const SeenDifference& seen)
{
    kept.hidden = seen.hidden;
    kept.dated.group = sighting.group;
    kept.dated.difference = seen.difference;
    kept.dated.lastSeen = sighting.report.scannedAt;
    if (!seen.causes.isEmpty())
        kept.dated.causes = seen.causes;
    return kept;
}

QMap<DriftSection, SectionSighting> sightingsAfter(const NodePast& past, const DriftSighting& sighting)
{
    QMap<DriftSection, SectionSighting> sections = past.sections;
    for (const DriftSection section : seenSections(sighting)) {
        SectionSighting now{sighting.report.scannedAt, {}};
        for (const Unseen& unseen : sighting.report.unseen) {
            if (unseen.section == section)
                now.blind.insert(unseen.what, lastLookAt(past, {section, unseen.what}));
        }
        sections.insert(section, now);
    }
    return sections;
}

bool couldBeSeen(const DriftSighting& sighting, const QSet<DriftSection>& sections, const Key& key)
{
    return sections.contains(key.first) && std::ranges::none_of(sighting.report.unseen, [&](const Unseen& unseen) {
               return unseen.section == key.first && hides(key.first, unseen.what, key.second);
           });
}

DatedReport beside(const NodePast& past, const DriftSighting& sighting)
{
    DatedReport result{{sighting.identity, sightingsAfter(past, sighting), {}}, {}};
    QMap<Key, SeenDifference> seen = differencesOf(sighting.report);
    const QSet<DriftSection> sections = seenSections(sighting);
    for (KeptDifference kept : past.standing) {
        const Key key{kept.dated.difference.section, kept.dated.difference.key};
        if (seen.contains(key)) {
            result.past.standing.append(seenAgain(kept, sighting, seen.take(key)));
        } else if (couldBeSeen(sighting, sections, key)) {
            kept.dated.goneAt = sighting.report.scannedAt;
            result.gone.append(kept);
        } else {
            result.past.standing.append(kept);
        }
    }
    for (auto one = seen.cbegin(); one != seen.cend(); ++one)
        result.past.standing.append(begun(past, sighting, one.key(), *one));
    std::ranges::sort(result.past.standing, {}, [](const KeptDifference& kept) {
        return Key{kept.dated.difference.section, kept.dated.difference.key};
    });
    return result;
}

bool isOlder(const NodePast& past, const DriftSighting& sighting)
{
    const QDateTime at = sighting.report.scannedAt;
    return std::ranges::any_of(past.sections, [&at](const SectionSighting& section) {
        return section.seenAt > at && !isOfWrongClock(section.seenAt, at);
    });
}

} // namespace

DatedReport dated(const NodePast& past, const DriftSighting& sighting)
{
    if (isOlder(past, sighting))
        return {past, {}};
    if (past.identity == sighting.identity)
        return beside(past, sighting);
    DatedReport result = beside(NodePast(), sighting);
    result.gone = allGone(past, sighting.report.scannedAt);
    return result;
}

QList<KeptDifference> allGone(const NodePast& past, const QDateTime& at)
{
    QList<KeptDifference> gone = past.standing;
    for (KeptDifference& kept : gone)
        kept.dated.goneAt = at;
    return gone;
}

} // namespace snowmelt
