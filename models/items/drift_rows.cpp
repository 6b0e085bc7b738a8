// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/drift_rows.h"

#include "models/domain/code_names.h"
#include "models/domain/drift/compare_looks.h"
#include "models/domain/drift/judge/judged.h"
#include "models/domain/drift/judge/severity.h"
#include "models/domain/drift/withheld_text.h"
#include "models/domain/line_diff.h"
#include "models/items/item_text.h"
#include "models/wording/drift_history_wording.h"
#include "models/wording/withheld_wording.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

#include <numeric>

namespace snowmelt {

namespace {

class DriftRows
{
    Q_DECLARE_TR_FUNCTIONS(DriftRows)

public:
    static QString absent() { return tr("absent"); }
    static QString wholeSection() { return tr("all of it"); }
    static QString unseen(int count) { return tr("%n could not be seen", nullptr, count); }
    static QString causes() { return tr("Likely causes, inferred"); }
    static QString rules(int count) { return tr("%n rule(s)", nullptr, count); }
    static QString hidden(int count, const QString& rules) { return tr("%n hidden by %1", nullptr, count).arg(rules); }
    static QString byRules(int count, const QString& rules)
    {
        return tr("%1 hidden by %2 of the blueprint").arg(differenceCount(count), rules);
    }
    static QString spoken(const QString& what, const Difference& value)
    {
        return tr("%1, %2, severity %3").arg(what, kindText(value.kind), severityText(severityOf(value)));
    }
    static QString head(const DriftReport& report)
    {
        return tr("%1 against %2, scanned %3")
            .arg(report.node, report.baselineAt.isValid() ? baselineText(report) : imageText(report.baselineImage),
                 report.scannedAt.toString(Qt::ISODate));
    }
    static QString image() { return tr("image"); }
    static QString node() { return tr("node"); }
};

TreeRow row(DriftRow kind, const QString& key, const QString& text, const QString& detail = {})
{
    TreeRow made;
    made.key = QString::number(int(kind)) + u':' + key;
    made.texts = QStringList{text, QString(), QString()};
    made.roles.insert(KindRole, int(kind));
    made.roles.insert(DetailRole, detail);
    return made;
}

QString orAbsent(const QString& value)
{
    return value.isEmpty() ? DriftRows::absent() : displayText(value.toUtf8());
}

TreeRow fieldRow(const FieldChange& change)
{
    TreeRow made = row(DriftRow::Field, change.field, fieldText(change.field));
    const QString baseline = orAbsent(change.baseline);
    const QString actual = orAbsent(change.actual);
    made.texts[1] = baseline;
    made.texts[2] = actual;
    made.roles.insert(BaselineRole, baseline);
    made.roles.insert(ActualRole, actual);
    made.roles.insert(Qt::ToolTipRole,
                      QString(DriftRows::image() + u": " + baseline + u'\n' + DriftRows::node() + u": " + actual));
    return made;
}

/// What is on one side only has one value to tell.
TreeRow valueRow(const FieldChange& change, DifferenceKind kind)
{
    const QString& value = kind == DifferenceKind::Added ? change.actual : change.baseline;
    return row(DriftRow::Value, change.field, QString(fieldText(change.field) + u' ' + orAbsent(value)));
}

QString signOf(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Removed:
        return QStringLiteral("− ");
    case DiffLine::Kind::Added:
        return QStringLiteral("+ ");
    case DiffLine::Kind::Gap:
        return QStringLiteral("…");
    case DiffLine::Kind::Same:
        break;
    }
    return QStringLiteral("  ");
}

/// A tab of a file is room, not a character that a name should not have.
QString lineText(QString line)
{
    return displayText(line.replace(u'\t', QStringLiteral("    ")).toUtf8());
}

void appendDiffLines(QList<TreeRow>& rows, const Difference& value)
{
    if (value.baselineText.isEmpty() && value.actualText.isEmpty())
        return;
    const QList<DiffLine> lines = lineDiff(value.baselineText, value.actualText);
    int withheld = 0;
    for (int i = 0; i < lines.size(); ++i) {
        withheld += withheldLines(lines[i].text);
        const QString text = signOf(lines[i].kind) + lineText(lines[i].text);
        TreeRow made = row(DriftRow::DiffLine, QString::number(i), text);
        made.roles.insert(StateRole, int(lines[i].kind));
        rows.append(made);
    }
    if (withheld > 0)
        rows.append(row(DriftRow::Value, QStringLiteral("withheld"), withheldText(withheld)));
}

bool isReplacedByText(const Difference& value, const FieldChange& change)
{
    // Two hashes tell a person nothing that the lines below do not tell better.
    const bool hasText = !value.baselineText.isEmpty() || !value.actualText.isEmpty();
    return hasText && change.field == QStringLiteral("content");
}

TreeRow differenceRow(const Difference& value)
{
    const QString what = displayText(value.key);
    TreeRow made = row(DriftRow::Difference, QString::fromLatin1(value.key.toHex()), what, differenceText(value));
    made.roles.insert(StateRole, int(value.kind));
    made.roles.insert(Qt::AccessibleTextRole, DriftRows::spoken(what, value));
    made.children = changeRows(value);
    return made;
}

TreeRow sectionRow(const QList<Difference>& differences, DriftSection section)
{
    TreeRow made = row(DriftRow::Section, QString::number(int(section)), sectionText(section));
    for (const Difference& value : differences) {
        if (value.section == section)
            made.children.append(differenceRow(value));
    }
    made.roles.insert(DetailRole, QString::number(made.children.size()));
    return made;
}

TreeRow unseenRow(const Unseen& unseen)
{
    const QString what = unseen.what.isEmpty() ? DriftRows::wholeSection() : displayText(unseen.what);
    const QString text = sectionText(unseen.section) + u": " + what;
    const QString key = QString::number(int(unseen.section)) + QString::fromLatin1(unseen.what.toHex());
    return row(DriftRow::Unseen, key, text, unseenReasonText(unseen.reason));
}

TreeRow causeRow(const DriftReport& report, const LikelyCause& cause, int number)
{
    TreeRow made = row(DriftRow::Cause, QString::number(number), likelyText(cause));
    made.roles.insert(Qt::ToolTipRole, likelyText(cause));
    for (int i = 0; i < cause.evidence.size(); ++i)
        made.children.append(row(DriftRow::Value, u"because" + QString::number(i), evidenceText(cause.evidence.at(i))));
    for (const int index : cause.differences)
        made.children.append(
            row(DriftRow::Value, QString::number(index), displayText(report.differences.value(index).key)));
    return made;
}

TreeRow causesSection(const DriftReport& report)
{
    TreeRow made = row(DriftRow::CausesTitle, {}, DriftRows::causes());
    for (int i = 0; i < report.causes.size(); ++i)
        made.children.append(causeRow(report, report.causes.at(i), i));
    return made;
}

TreeRow unseenSection(const DriftReport& report)
{
    TreeRow made = row(DriftRow::UnseenTitle, {}, DriftRows::unseen(int(report.unseen.size())));
    for (const Unseen& unseen : report.unseen)
        made.children.append(unseenRow(unseen));
    return made;
}

TreeRow hiddenSection(const DriftReport& report)
{
    const int count = std::accumulate(report.leftOut.begin(), report.leftOut.end(), 0,
                                      [](int sum, const LeftOut& rule) { return sum + rule.count; });
    TreeRow made =
        row(DriftRow::HiddenTitle, {}, DriftRows::hidden(count, DriftRows::rules(int(report.leftOut.size()))));
    for (const LeftOut& rule : report.leftOut) {
        const QString detail = QString::number(rule.count) + u" · " + leftOutReasonText(rule.reason);
        made.children.append(row(DriftRow::Hidden, rule.pattern, rule.pattern, detail));
    }
    return made;
}

/// Two rules of one blueprint differ in one of these.
QString keyOf(const IgnoreRule& rule)
{
    const QString section = QString::number(int(rule.section));
    const QString until = rule.until.toString(Qt::ISODate);
    const QString groups = rule.groups.join(u',');
    return QStringList{section, rule.match, rule.field, rule.reason, until, groups, rule.pack}.join(u'\n');
}

TreeRow ruleRow(const DriftReport& report, const RuleCount& counted)
{
    const QString detail = QString::number(counted.count) + u" · " + ignoreReasonText(counted.rule);
    TreeRow made = row(DriftRow::Rule, keyOf(counted.rule), ignoreRuleText(counted.rule), detail);
    QList<Difference> differences;
    for (const HiddenDifference& hidden : report.hidden) {
        if (hidden.rule == counted.rule)
            differences.append(hidden.difference);
    }
    for (const Difference& value : bySeverity(differences))
        made.children.append(differenceRow(value));
    return made;
}

TreeRow rulesSection(const DriftReport& report)
{
    const QList<RuleCount> rules = hiddenByRule({report});
    const QString title = DriftRows::byRules(int(report.hidden.size()), DriftRows::rules(int(rules.size())));
    TreeRow made = row(DriftRow::RulesTitle, {}, title);
    for (const RuleCount& counted : rules)
        made.children.append(ruleRow(report, counted));
    return made;
}

QString lineOf(const TreeRow& made)
{
    QString line = made.texts.first();
    if (made.roles.contains(BaselineRole))
        return line + u": " + made.roles.value(BaselineRole).toString() + u" → " +
               made.roles.value(ActualRole).toString();
    const QString detail = made.roles.value(DetailRole).toString();
    return detail.isEmpty() ? line : QString(line + u" (" + detail + u')');
}

} // namespace

QList<TreeRow> changeRows(const Difference& value)
{
    QList<TreeRow> rows;
    for (const FieldChange& change : value.fields) {
        if (!isReplacedByText(value, change))
            rows.append(value.kind == DifferenceKind::Changed ? fieldRow(change) : valueRow(change, value.kind));
    }
    appendDiffLines(rows, value);
    return rows;
}

QList<TreeRow> driftRows(const DriftReport& report)
{
    QList<TreeRow> rows;
    const QList<Difference> differences = bySeverity(report.differences);
    for (const DriftSection section : allCodes<DriftSection>()) {
        TreeRow made = sectionRow(differences, section);
        if (!made.children.isEmpty())
            rows.append(made);
    }
    if (!report.causes.isEmpty())
        rows.append(causesSection(report));
    // That there was nothing to compare with is said once, where the baseline is.
    const DriftReport told = hasNoBaseline(report) ? besideItself(report) : report;
    if (!told.unseen.isEmpty())
        rows.append(unseenSection(told));
    if (!report.hidden.isEmpty())
        rows.append(rulesSection(report));
    for (const ExpiredRule& expired : expiredRules({report}))
        rows.append(row(DriftRow::ExpiredRule, keyOf(expired.rule), sentence(expired)));
    if (!report.leftOut.isEmpty())
        rows.append(hiddenSection(report));
    return rows;
}

QString textOf(const QList<TreeRow>& rows, int depth)
{
    QString text;
    for (const TreeRow& made : rows) {
        text += QString(depth * 2, u' ') + lineOf(made) + u'\n';
        text += textOf(made.children, depth + 1);
    }
    return text;
}

QString driftText(const DriftReport& report)
{
    return DriftRows::head(report) + u'\n' + textOf(driftRows(report));
}

} // namespace snowmelt
