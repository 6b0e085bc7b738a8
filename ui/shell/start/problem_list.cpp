// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start/problem_list.h"

#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QPainter>
#include <QResizeEvent>
#include <QStyledItemDelegate>

namespace snowmelt {

namespace {

enum LineRole { PlaceRole = Qt::UserRole + 1, TextRole, HintRole };

constexpr int padding = metric::unit; // of a row
constexpr int flags = Qt::TextWordWrap | Qt::TextWrapAnywhere;

/// The place above, the sentence below it, the hint last.
class ProblemDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = themeOf(option.palette);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            face::frame(painter, option.rect, QColor(), theme.selection);
        QRect place = option.rect.adjusted(padding, padding, -padding, 0);
        for (const Part& part : partsOf(index)) {
            place.setHeight(heightOf(part, place.width()));
            painter->setFont(part.font);
            painter->setPen(part.faint ? theme.sub : theme.text);
            painter->drawText(place, flags, part.text);
            place.moveTop(place.bottom() + 1);
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        const int width = view ? view->viewport()->width() : option.rect.width();
        int height = 2 * padding;
        for (const Part& part : partsOf(index))
            height += heightOf(part, width - 2 * padding);
        return {0, height};
    }

private:
    struct Part
    {
        QString text;
        QFont font;
        bool faint = false;
    };

    static QList<Part> partsOf(const QModelIndex& index)
    {
        QList<Part> parts{{index.data(PlaceRole).toString(), monoFont(TextSize::Small), true},
                          {index.data(TextRole).toString(), textFont(TextSize::Normal)},
                          {index.data(HintRole).toString(), textFont(TextSize::Normal, QFont::DemiBold)}};
        parts.removeIf([](const Part& part) { return part.text.isEmpty(); });
        return parts;
    }

    static int heightOf(const Part& part, int width)
    {
        return QFontMetrics(part.font).boundingRect(QRect(0, 0, width, 4000), flags, part.text).height() + 2;
    }
};

QString wholeLine(const ProblemLine& line)
{
    const QString said = line.hint.isEmpty() ? line.text : QString(line.text + u"; " + line.hint);
    return line.place.isEmpty() ? said : QString(line.place + u": " + said);
}

} // namespace

ProblemList::ProblemList(QWidget* parent) : QListWidget(parent)
{
    setFrameShape(NoFrame);
    setItemDelegate(new ProblemDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    viewport()->setAutoFillBackground(false);
}

void ProblemList::setLines(const QList<ProblemLine>& lines)
{
    clear();
    for (const ProblemLine& line : lines) {
        auto* item = new QListWidgetItem(wholeLine(line), this);
        item->setData(PlaceRole, line.place);
        item->setData(TextRole, line.text);
        item->setData(HintRole, line.hint);
    }
    updateGeometry();
}

QSize ProblemList::sizeHint() const
{
    int height = 0;
    for (int row = 0; row < count(); ++row)
        height += sizeHintForRow(row);
    return {400, qMax(height, minimumSizeHint().height())};
}

QSize ProblemList::minimumSizeHint() const
{
    return {200, 6 * metric::unit};
}

void ProblemList::resizeEvent(QResizeEvent* event)
{
    QListWidget::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    scheduleDelayedItemsLayout(); // lines wrap elsewhere
    updateGeometry();
}

} // namespace snowmelt
