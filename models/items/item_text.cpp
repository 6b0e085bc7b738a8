// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/item_text.h"

#include "models/document/fleet_document.h"
#include "models/domain/group_health.h"
#include "models/domain/platform_verbs.h"
#include "models/wording/host_wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace snowmelt {

namespace {

class ItemText
{
    Q_DECLARE_TR_FUNCTIONS(ItemText)

public:
    static QString nodes(int count) { return tr("%n node(s)", nullptr, count); }
    static QString images(int count) { return tr("%n image(s)", nullptr, count); }
    static QString ready() { return tr("ready"); }
    static QString built() { return tr("built"); }
    static QString stale() { return tr("stale"); }
    static QString notBuilt() { return tr("not built"); }
    static QString notRunning() { return tr("not running"); }
    //: How QLocale writes a day and a time.
    static QString dayFormat() { return tr("d MMM HH:mm"); }
};

QSet<ImageRef> imagesOf(const GroupState& group)
{
    QSet<ImageRef> images;
    for (const NodeState& node : group.nodes)
        images.insert(node.image);
    return images;
}

} // namespace

QString sentences(const QStringList& parts)
{
    static const QString ends = QStringLiteral(".!?…");
    QStringList whole;
    for (const QString& part : parts) {
        const QString text = part.trimmed();
        if (!text.isEmpty())
            whole << (ends.contains(text.back()) ? text : QString(text + u'.'));
    }
    return whole.join(u' ');
}

QString imageStateText(const ImageRecord& image)
{
    if (image.digest.isNull())
        return ItemText::notBuilt();
    if (image.stale)
        return ItemText::stale();
    return image.nodes > 0 ? ItemText::nodes(image.nodes) : ItemText::ready();
}

QString buildStateText(const ImageRecord& image)
{
    if (image.digest.isNull())
        return ItemText::notBuilt();
    return image.stale ? ItemText::stale() : ItemText::built();
}

QString clockText(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid())
        return {};
    const QDateTime local = at.toLocalTime();
    if (local.date() == now.toLocalTime().date())
        return local.toString(QStringLiteral("HH:mm"));
    return QLocale().toString(local, ItemText::dayFormat());
}

QString driftBadge(const NodeState& node)
{
    if (node.driftCount.value_or(0) > 0)
        return u'Δ' + QString::number(*node.driftCount);
    return node.driftComplete ? QString() : QStringLiteral("?");
}

Health groupHealth(const FleetDocument& document, const GroupState& group)
{
    const Group* declared = document.blueprint().findGroup(group.name);
    return groupHealth(countsOf(group, declared ? declared->size : group.wanted));
}

QString groupImageText(const FleetDocument& document, const QString& group)
{
    const DeploymentState* deployment = document.deployment();
    if (deployment && deployment->running() && deployment->plan.group == group &&
        deployment->plan.from != deployment->plan.to && !deployment->plan.from.isNull())
        return deployment->plan.from.version + QStringLiteral(" → ") + deployment->plan.to.version;
    const GroupState* state = document.fleet().findGroup(group);
    const bool isThere = state && !state->nodes.isEmpty();
    if (!makesNodes(document.blueprint()))
        return isThere ? reachedCountText(reachedIn(*state), int(state->nodes.size())) : notLookedText();
    if (!isThere)
        return ItemText::notRunning();
    const QSet<ImageRef> images = imagesOf(*state);
    return images.size() == 1 ? imageText(*images.begin()) : ItemText::images(int(images.size()));
}

int reachedIn(const GroupState& group)
{
    return int(std::ranges::count_if(group.nodes, isReached));
}

int serverCount(const FleetState& fleet)
{
    const QList<const NodeState*> nodes = fleet.allNodes();
    return int(std::ranges::count_if(nodes, &NodeState::exists));
}

} // namespace snowmelt
