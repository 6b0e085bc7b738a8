// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/style/look.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolTip>
#include <QVBoxLayout>
#include <QVariant>

namespace snowmelt {

namespace {

constexpr char primaryProperty[] = "snowmeltPrimary";

/// A label whose ink is a token: the colour is looked up again when the palette changes.
class InkLabel final : public QLabel
{
public:
    InkLabel(const QString& text, Ink ink, QWidget* parent) : QLabel(text, parent), m_ink(ink)
    {
        setForegroundRole(QPalette::WindowText); // else a parent's background decides
        apply();
    }

    void setTokenInk(Ink ink)
    {
        m_ink = ink;
        apply();
    }

    void setElided(Qt::TextElideMode mode)
    {
        m_mode = mode;
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

protected:
    bool event(QEvent* event) override
    {
        const bool asked = event->type() == QEvent::ToolTip && m_mode != Qt::ElideNone && toolTip().isEmpty();
        if (!asked || fontMetrics().horizontalAdvance(text()) <= contentsRect().width())
            return QLabel::event(event);
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }

    void paintEvent(QPaintEvent* event) override
    {
        if (m_mode == Qt::ElideNone)
            return QLabel::paintEvent(event);
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        const int across = int(alignment() & Qt::AlignHorizontal_Mask);
        painter.drawText(contentsRect(), across | Qt::AlignVCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(text(), m_mode, contentsRect().width()));
    }

    void changeEvent(QEvent* event) override
    {
        // The ink is the label's own and hides the application's; every other role follows it and tells of a change.
        if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
            apply();
        QLabel::changeEvent(event);
    }

private:
    void apply()
    {
        const QColor ink = inkColor(m_ink, themeOf(qApp->palette()));
        if (testAttribute(Qt::WA_SetPalette) && palette().color(QPalette::WindowText) == ink)
            return;
        QPalette colours;
        colours.setColor(QPalette::WindowText, ink);
        setPalette(colours);
    }
    Ink m_ink;
    Qt::TextElideMode m_mode = Qt::ElideNone;
};

} // namespace

void makePrimary(QPushButton* button, bool primary)
{
    button->setProperty(primaryProperty, primary);
    button->update();
}

bool isPrimary(const QWidget* widget)
{
    return widget && widget->property(primaryProperty).toBool();
}

void makeQuiet(QPushButton* button)
{
    button->setFlat(true);
}

void setQuietText(QPushButton* button, const QString& text)
{
    button->setText(text);
    const QFontMetrics metrics(textFont(TextSize::Normal, QFont::DemiBold)); // as buttons are drawn
    button->setFixedWidth(metrics.size(Qt::TextShowMnemonic, text).width() + 2 * metric::unit);
}

QString healthIcon(Health health, bool reached)
{
    if (reached)
        return QStringLiteral("reached");
    switch (health) {
    case Health::Healthy:
        return QStringLiteral("health-healthy");
    case Health::Degraded:
        return QStringLiteral("health-degraded");
    case Health::Draining:
        return QStringLiteral("health-draining");
    case Health::Down:
        return QStringLiteral("health-down");
    case Health::Unknown:
        break;
    }
    return QStringLiteral("health-unknown");
}

namespace {

QColor healthInk(Health health, const Theme& theme)
{
    switch (health) {
    case Health::Degraded:
        return theme.amber;
    case Health::Down:
        return theme.red;
    case Health::Unknown:
        return theme.faint;
    case Health::Healthy:
    case Health::Draining:
        break;
    }
    return theme.sub;
}

} // namespace

IconInk healthIconInk(Health health, const Theme& theme, bool reached)
{
    return {reached ? theme.sub : healthInk(health, theme), theme.panel};
}

QString outcomeIcon(OutcomeKind outcome)
{
    switch (outcome) {
    case OutcomeKind::Failed:
    case OutcomeKind::Refused:
        return QStringLiteral("health-down");
    case OutcomeKind::Cancelled:
        return QStringLiteral("pending");
    case OutcomeKind::Done:
    case OutcomeKind::Differences:
    case OutcomeKind::Incomplete:
        break;
    }
    return QStringLiteral("health-healthy");
}

QColor outcomeInk(OutcomeKind outcome, const Theme& theme)
{
    if (outcome == OutcomeKind::Failed || outcome == OutcomeKind::Refused)
        return theme.red;
    return outcome == OutcomeKind::Cancelled ? theme.faint : theme.sub;
}

QColor inkColor(Ink ink, const Theme& theme)
{
    switch (ink) {
    case Ink::Text:
        return theme.text;
    case Ink::Sub:
        return theme.sub;
    case Ink::Faint:
        return theme.faint;
    case Ink::Red:
        return theme.red;
    case Ink::Amber:
        return theme.amber;
    case Ink::Drift:
        return theme.drift;
    }
    return theme.text;
}

QLabel* makeLabel(const QString& text, TextSize size, int weight, Ink ink, QWidget* parent)
{
    auto* label = new InkLabel(text, ink, parent);
    label->setFont(textFont(size, weight));
    label->setTextFormat(Qt::PlainText);
    return label;
}

void setInk(QLabel* label, Ink ink)
{
    if (auto* own = dynamic_cast<InkLabel*>(label))
        own->setTokenInk(ink);
}

void elide(QLabel* label, Qt::TextElideMode mode)
{
    if (auto* own = dynamic_cast<InkLabel*>(label))
        own->setElided(mode);
}

QWidget* makeRule(QWidget* parent)
{
    auto* rule = new QFrame(parent);
    rule->setFrameShape(QFrame::HLine);
    rule->setFixedHeight(1);
    return rule;
}

int lineHeight(const QString& text, const QFont& font)
{
    return QFontMetrics(font).size(Qt::TextSingleLine, text).height();
}

QVBoxLayout* makeColumn(QWidget* widget, int margin)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(metric::unit);
    return column;
}

} // namespace snowmelt
