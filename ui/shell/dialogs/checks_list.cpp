// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/checks_list.h"

#include "models/wording/wording.h"
#include "ui/shell/style/look.h"

#include <algorithm>

namespace snowmelt {

namespace {

QIcon iconOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Block:
        return themeIcon(QStringLiteral("health-down"), &Theme::red);
    case Verdict::Warn:
        return themeIcon(QStringLiteral("health-degraded"), &Theme::amber);
    case Verdict::Pass:
        break;
    }
    return themeIcon(QStringLiteral("health-healthy"), &Theme::sub);
}

constexpr int rowInset = 6; // the spacing and the style's margin of an item

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
    setViewportMargins(-rowInset, 0, 0, 0); // the glyphs stand under the heading
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
        auto* item = new QListWidgetItem(iconOf(check.verdict), sentence(check), this);
        item->setFlags(Qt::ItemIsEnabled);
        item->setData(Qt::AccessibleTextRole, QString(verdictText(check.verdict) + u": " + sentence(check)));
        item->setFont(textFont(TextSize::Normal, check.verdict == Verdict::Pass ? QFont::Normal : QFont::DemiBold));
    }
}

} // namespace snowmelt
