// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/search_panel.h"

#include "ui/shell/finding/found_delegate.h"
#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int panelWidth = 400;
constexpr int rowsShown = 10;

} // namespace

QString foundText(int row, int found, const QString& query)
{
    if (found == 0)
        return SearchPanel::tr("Nothing is called “%1”, and nothing known of a part contains it.").arg(query);
    return SearchPanel::tr("%L1 of %L2").arg(row + 1).arg(found);
}

SearchPanel::SearchPanel(QWidget* field, QAbstractItemModel* found)
    : QWidget(field->window()), m_field(field), m_list(new QListView(this))
{
    setObjectName(QStringLiteral("searchPanel"));
    setFocusPolicy(Qt::NoFocus);
    m_count = makeLabel({}, TextSize::Small, QFont::Normal, Ink::Sub, this);
    m_count->setObjectName(QStringLiteral("foundCount"));
    m_count->setWordWrap(true);
    m_count->setContentsMargins(metric::unit, 0, metric::unit, 0);
    m_list->setObjectName(QStringLiteral("foundList"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(found);
    m_list->setItemDelegate(new FoundDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys go on in the field
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QVBoxLayout* column = makeColumn(this, metric::unit);
    column->setSpacing(metric::unit / 2);
    column->addWidget(m_count);
    column->addWidget(m_list, 1);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { Q_EMIT chosen(index.row()); });
    field->window()->installEventFilter(this);
    hide();
}

void SearchPanel::showRow(int row, const QString& query)
{
    const int found = m_list->model()->rowCount();
    const QString words = foundText(row, found, query);
    const bool news = words != m_count->text() || !isVisible();
    m_count->setText(words);
    m_list->setVisible(found > 0);
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
    place();
    show();
    raise();
    if (!news)
        return;
    // The focus is in the field: a reader hears from here what is at hand.
    setAccessibleName(row < 0 ? words
                              : QString(words + QStringLiteral(": ") + m_list->currentIndex().data().toString()));
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void SearchPanel::place()
{
    const QWidget* over = parentWidget();
    const int rows = std::min(rowsShown, m_list->model()->rowCount());
    const int width = std::min(panelWidth, over->width() - 2 * metric::unit);
    const int words = m_count->heightForWidth(width - 2 * metric::unit);
    const int list = rows == 0 ? 0 : rows * m_list->sizeHintForRow(0) + metric::unit / 2;
    const QPoint under = m_field->mapTo(over, QPoint(m_field->width(), m_field->height() + 2));
    const int height = std::min(words + list + 2 * metric::unit, over->height() - under.y() - metric::unit);
    setGeometry(std::max(metric::unit, under.x() - width), under.y(), width, height);
}

bool SearchPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void SearchPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = themeOf(this);
    face::frame(&painter, rect(), theme.control, theme.panel, metric::cardRadius);
}

} // namespace snowmelt
