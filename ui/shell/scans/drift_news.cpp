// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scans/drift_news.h"

#include "ui/shell/frame/attention.h"

namespace snowmelt {

void DriftNews::know(const QString& node, bool differs)
{
    m_unreached.remove(node);
    m_lost.remove(node);
    m_drifted.remove(node);
    if (differs)
        m_differing.insert(node);
    else
        m_differing.remove(node);
}

void DriftNews::found(const QString& node, const QString& group, bool differs)
{
    const bool known = m_differing.contains(node);
    const bool waits = m_drifted.contains(node);
    know(node, differs);
    if (differs && (!known || waits))
        m_drifted.insert(node, group);
}

void DriftNews::lost(const QString& node, const QString& group)
{
    if (m_unreached.contains(node))
        return;
    m_unreached.insert(node);
    m_lost.insert(node, group);
}

QString DriftNews::names(const QStringList& nodes)
{
    constexpr qsizetype shown = 5;
    const QString first = nodes.mid(0, shown).join(QStringLiteral(", "));
    return nodes.size() > shown ? QString(first + QStringLiteral(", …")) : first;
}

/// What a click shows: the node, or the group they are all of, or the first of them.
QString DriftNews::subject() const
{
    QMap<QString, QString> all = m_drifted;
    all.insert(m_lost);
    if (all.size() == 1)
        return all.firstKey();
    const QString group = all.first();
    const QStringList groups = all.values();
    return groups.count(group) == groups.size() && !group.isEmpty() ? group : all.firstKey();
}

std::optional<DesktopCall> DriftNews::take()
{
    if (!isAny())
        return {};
    const QStringList drifted = m_drifted.keys();
    const QStringList lost = m_lost.keys();
    const QString driftText = drifted.size() == 1 ? tr("%1 drifted").arg(drifted.first())
                                                  : tr("%n node(s) drifted", nullptr, int(drifted.size()));
    const QString lostText = lost.size() == 1 ? tr("%1 cannot be scanned").arg(lost.first())
                                              : tr("%n node(s) cannot be scanned", nullptr, int(lost.size()));
    DesktopCall call{QStringLiteral("drift/%1").arg(++m_calls), subject(), driftText, names(drifted)};
    if (drifted.isEmpty()) {
        call.title = lostText;
        call.text = names(lost);
    } else if (!lost.isEmpty()) {
        call.text = names(drifted) + QStringLiteral(". ") + lostText + QStringLiteral(": ") + names(lost);
    }
    m_drifted.clear();
    m_lost.clear();
    return call;
}

} // namespace snowmelt
