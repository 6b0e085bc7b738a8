// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/tool_bar.h"

#include "ui/shell/finding/search_field.h"
#include "ui/shell/frame/actions.h"
#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace snowmelt {

namespace {

/// Buttons in one frame, of which one is down.
class Segments final : public QWidget
{
public:
    Segments(const QList<QAction*>& actions, QWidget* parent) : QWidget(parent)
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        for (QAction* action : actions) {
            auto* button = new QToolButton(this);
            button->setDefaultAction(action);
            button->setObjectName(action->objectName() + QStringLiteral("Button"));
            button->setProperty("snowmeltSegment", true);
            button->setFocusPolicy(Qt::TabFocus);
            button->setFont(textFont(TextSize::Normal));
            button->setMinimumWidth(76);
            row->addWidget(button);
            connect(action, &QAction::changed, button, [action, button] { button->setVisible(action->isVisible()); });
        }
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        face::frame(&painter, rect(), themeOf(this).control, themeOf(this).window);
    }
};

QWidget* makeStretch(QWidget* parent)
{
    auto* stretch = new QWidget(parent);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return stretch;
}

} // namespace

ToolBar::ToolBar(Actions* actions, QWidget* parent) : QToolBar(parent), m_find(new SearchField(this))
{
    setObjectName(QStringLiteral("toolBar"));
    setWindowTitle(tr("Tool bar"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    for (QAction* action : {actions->scan, actions->build, actions->swap, actions->exportDiagram}) {
        addAction(action);
        QWidget* button = widgetForAction(action);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setFocusPolicy(Qt::TabFocus);
        button->setFont(textFont(TextSize::Normal, QFont::DemiBold));
    }
    QLabel* show = makeLabel(tr("Show"), TextSize::Normal, QFont::Normal, Ink::Sub, this);
    show->setContentsMargins(2 * metric::unit, 0, 0, 0);
    addWidget(show);
    addWidget(makeModes(actions));
    addWidget(makeStretch(this));
    addWidget(m_find);
    setMinimumWidth(sizeHint().width()); // the field is always there to be typed into
}

QWidget* ToolBar::makeModes(Actions* actions)
{
    return new Segments({actions->health, actions->drift, actions->image}, this);
}

} // namespace snowmelt
