// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/checks_list.h"

#include "models/wording/wording.h"
#include "ui/shell/style/look.h"

#include <algorithm>

namespace snowmelt {

namespace {

QIcon iconOf(Verdict verdict, const Theme& theme)
{
    switch (verdict) {
    case Verdict::Block:
        return themeIcon(QStringLiteral("health-down"), {theme.red, theme.panel}, theme.control);
    case Verdict::Warn:
        return themeIcon(QStringLiteral("health-degraded"), {theme.amber, theme.panel}, theme.control);
    case Verdict::Pass:
        break;
    }
    return themeIcon(QStringLiteral("health-healthy"), {theme.sub, theme.panel}, theme.control);
}

} // namespace

CheckCount countChecks(const QList<PlanCheck>& checks)
{
    CheckCount count;
    for (const PlanCheck& check : checks)
        ++(check.verdict == Verdict::Pass ? count.pass : check.verdict == Verdict::Warn ? count.warn : count.block);
    return count;
}

ChecksList::ChecksList(QWidget* parent) : QListWidget(parent)
{
    setFrameShape(NoFrame);
    setWordWrap(true);
    setSpacing(3);
    setSelectionMode(NoSelection);
    setIconSize({16, 16});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ChecksList::setChecks(QList<PlanCheck> checks)
{
    std::stable_sort(checks.begin(), checks.end(),
                     [](const PlanCheck& a, const PlanCheck& b) { return int(a.verdict) > int(b.verdict); });
    clear();
    for (const PlanCheck& check : checks) {
        auto* item = new QListWidgetItem(iconOf(check.verdict, themeOf(this)), sentence(check), this);
        item->setFlags(Qt::ItemIsEnabled);
        item->setData(Qt::AccessibleTextRole, QString(verdictText(check.verdict) + u": " + sentence(check)));
        item->setFont(textFont(TextSize::Normal, check.verdict == Verdict::Pass ? QFont::Normal : QFont::DemiBold));
    }
}

} // namespace snowmelt
