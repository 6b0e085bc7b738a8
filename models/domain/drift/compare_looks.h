// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/fact_sheet.h"

namespace snowmelt {

/// Pure. What differs on a node from earlier looks at it, in the form of a scan. `then` has the newest first: a section
/// is compared with the first of them that saw it. What they could not see, or did not look at, is in `unseen` as
/// "unseenThen", or as withoutLost() says; a section that only an older one saw is compared, and in `unseen` with
/// olderLookReason(). Rules are not applied yet. Kept looks have contents as salted digests
/// (backend/services/kept_looks.h): their first digits are told, marked as such, because nobody can compare them with
/// what sha256sum says.
DriftReport compareLooks(const QList<FactSheet>& then, const FactSheet& now);

/// "olderLook " and the time of that look.
QString olderLookReason(const QDateTime& seenAt);
/// The time of such a reason; null: it is another one.
QDateTime olderLookTime(const QString& reason);

/// Why a section of an earlier look cannot be compared although that look saw it.
enum class LookLoss {
    Part, ///< its file is gone or damaged: "lookLost"
    Salt, ///< its digests were made with another salt: "saltLost"
};
/// The look without these sections: they are in `unseen`. `ofThen`: it is no baseline but a look from before a time
/// somebody chose, and the reasons are "lookThenLost", "saltThenLost".
FactSheet withoutLost(FactSheet look, const QSet<DriftSection>& lost, LookLoss loss, bool ofThen);
/// Sections in which kept looks tell secrets or contents apart by digests that are made with a salt.
const QSet<DriftSection>& saltedSections();

/// There is nothing to compare a look with, so every section that was seen is in `unseen`: as "firstLook", or as
/// "noLookThen" when one from before a time was asked for.
DriftReport firstLook(const FactSheet& now);
DriftReport noLookThen(const FactSheet& now);
bool hasNoBaseline(const DriftReport& report);
/// One of these two reasons.
bool isForWantOfBaseline(const QString& reason);
/// What the first look says about itself: from it nothing differs.
DriftReport besideItself(DriftReport firstLook);

} // namespace snowmelt
