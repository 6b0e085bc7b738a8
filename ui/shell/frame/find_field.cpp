// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/find_field.h"

#include "models/document/fleet_document.h"
#include "models/items/item_text.h"
#include "ui/shell/style/look.h"

#include <QCompleter>
#include <QKeySequence>
#include <QPainter>
#include <QStandardItemModel>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int glyphRoom = 20;

QStringList allParts(const FleetDocument& document)
{
    QStringList parts;
    for (const Balancer& balancer : document.blueprint().balancers)
        parts << balancer.name;
    for (const Group& group : document.blueprint().groups)
        parts << group.name;
    for (const Database& database : document.blueprint().databases)
        parts << database.name;
    for (const NodeState* node : document.fleet().allNodes()) {
        if (node->role == Role::Node)
            parts << node->name;
    }
    return parts;
}

bool hasDifference(const FleetDocument& document, const QString& part, const QString& text)
{
    const DriftReport* report = document.drift(part);
    if (!report)
        return false;
    return std::any_of(report->differences.begin(), report->differences.end(), [&](const Difference& difference) {
        return displayText(difference.key).contains(text, Qt::CaseInsensitive);
    });
}

bool runsImage(const FleetDocument& document, const QString& part, const QString& text)
{
    const NodeState* node = document.fleet().findNode(part);
    return node && imageText(node->image).contains(text, Qt::CaseInsensitive);
}

} // namespace

QStringList partsMatching(const FleetDocument& document, const QString& text)
{
    QStringList byName;
    QStringList byContent;
    if (text.isEmpty())
        return {};
    for (const QString& part : allParts(document)) {
        if (part.startsWith(text, Qt::CaseInsensitive))
            byName << part;
        else if (part.contains(text, Qt::CaseInsensitive) || hasDifference(document, part, text) ||
                 runsImage(document, part, text))
            byContent << part;
    }
    return byName + byContent;
}

FindField::FindField(FleetDocument* document, QWidget* parent)
    : QLineEdit(parent), m_document(document), m_parts(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("findField"));
    setAccessibleName(tr("Find a node"));
    setPlaceholderText(tr("Find a node, package…"));
    setClearButtonEnabled(true);
    setFixedWidth(236);
    setTextMargins(glyphRoom, 0, 0, 0);
    auto* completer = new QCompleter(m_parts, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // follow() filters
    setCompleter(completer);
    connect(this, &QLineEdit::textEdited, this, &FindField::follow);
    connect(this, &QLineEdit::returnPressed, this, [this] { choose(text()); });
    connect(completer, QOverload<const QString&>::of(&QCompleter::activated), this, &FindField::choose);
}

/// A magnifying glass, and while nothing is typed the keys that lead here.
void FindField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    paintIcon(&painter, QStringLiteral("search"), QRectF(metric::unit, (height() - 14) / 2.0, 14, 14),
              {theme.faint, theme.panel});
    if (!text().isEmpty())
        return;
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.faint);
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter,
                     QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
}

void FindField::follow()
{
    m_parts->clear();
    for (const QString& part : partsMatching(*m_document, text()))
        m_parts->appendRow(new QStandardItem(part));
}

void FindField::choose(const QString& text)
{
    const QStringList found = partsMatching(*m_document, text);
    if (!found.isEmpty())
        m_document->setSelection(found.first());
}

} // namespace snowmelt
