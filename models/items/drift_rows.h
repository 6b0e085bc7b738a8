// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"
#include "models/items/tree_row.h"

namespace snowmelt {

/// KindRole of the drift tree.
enum class DriftRow {
    Section,     ///< DetailRole: how many
    Difference,  ///< DetailRole: added, removed or changed, and its severity
    Field,       ///< BaselineRole, ActualRole
    Value,       ///< of something added or removed, on one line: "version 1.0"
    DiffLine,    ///< one line of a changed text; StateRole: int(DiffLine::Kind)
    CausesTitle, ///< below it what may have caused differences: an inference
    Cause,       ///< below it what it rests on, and the differences it may explain
    UnseenTitle, ///< "2 could not be seen"
    Unseen,      ///< DetailRole: the reason
    HiddenTitle, ///< "11 hidden by 3 rules"
    Hidden,      ///< DetailRole: the reason and how many
    RulesTitle,  ///< "3 differences hidden by 2 rules of the blueprint"; below it, by rule, the differences themselves
    Rule,        ///< DetailRole: how many and the reason
    ExpiredRule, ///< a sentence
};

/// A report as a tree: sections, their differences, the gravest first, the fields with their values; then what may
/// have caused them, what could not be seen, what the blueprint's rules hide, which of them are over, and what every
/// scan leaves out.
QList<TreeRow> driftRows(const DriftReport& report);

/// What is below a difference: its fields with both values, and the lines of a text that changed.
QList<TreeRow> changeRows(const Difference& difference);

/// Rows as indented text, for the clipboard. Both values of a field are in it.
QString textOf(const QList<TreeRow>& rows, int depth = 0);
/// The whole report with its head: node, baseline, time.
QString driftText(const DriftReport& report);

} // namespace snowmelt
