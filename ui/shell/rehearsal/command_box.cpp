// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/command_box.h"

#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace snowmelt {

CommandBox::CommandBox(const QString& title, const QString& commands, QWidget* parent)
    : QWidget(parent), m_text(new QTextEdit(this))
{
    m_text->setObjectName(QStringLiteral("stepCommands"));
    m_text->setAccessibleName(title);
    m_text->setReadOnly(true);
    m_text->setPlainText(commands);
    m_text->setFont(monoFont(TextSize::Small));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a digest has no blanks
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->viewport()->setAutoFillBackground(false);
    m_text->document()->setDocumentMargin(0);
    m_text->installEventFilter(this);
    auto* copyButton = new QToolButton(this);
    copyButton->setObjectName(QStringLiteral("copyCommands"));
    copyButton->setIcon(themeIcon(QStringLiteral("copy"), &Theme::sub));
    copyButton->setToolTip(tr("Copy"));
    copyButton->setAccessibleName(tr("Copy: %1").arg(title));
    connect(copyButton, &QToolButton::clicked, this, &CommandBox::copy);
    auto* head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(makeLabel(title, TextSize::Small, QFont::DemiBold, Ink::Sub, this), 1);
    head->addWidget(copyButton);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metric::unit, 0, 0, metric::unit);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_text);
}

void CommandBox::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    face::frame(&painter, rect(), theme.line, theme.canvas);
}

bool CommandBox::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        fitText();
    return QWidget::eventFilter(watched, event);
}

void CommandBox::fitText()
{
    m_text->document()->setTextWidth(m_text->viewport()->width());
    m_text->setFixedHeight(qCeil(m_text->document()->size().height()));
}

void CommandBox::copy() const
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
}

} // namespace snowmelt
