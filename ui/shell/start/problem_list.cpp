// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start/problem_list.h"

#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QPainter>
#include <QResizeEvent>
#include <QStyledItemDelegate>
#include <QTextLayout>

namespace snowmelt {

namespace {

enum LineRole { PlaceRole = Qt::UserRole + 1, TextRole, HintRole };

constexpr int padding = metric::unit; // of a row

/// Between words, and within one only where that one alone is wider than the room: QPainter's own flags for this cut
/// every word that reaches the edge.
void layWords(QTextLayout& layout, const QFont& font, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setFont(font);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
}

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
            QTextLayout words(part.text);
            layWords(words, part.font, place.width());
            painter->setPen(part.faint ? theme.sub : theme.text);
            words.draw(painter, place.topLeft());
            place.translate(0, heightOf(words));
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        const int width = view ? view->viewport()->width() : option.rect.width();
        int height = 2 * padding;
        for (const Part& part : partsOf(index)) {
            QTextLayout words(part.text);
            layWords(words, part.font, width - 2 * padding);
            height += heightOf(words);
        }
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

    static int heightOf(const QTextLayout& words) { return qCeil(words.boundingRect().height()) + 2; }
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
