// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recipes/find_bar.h"

#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace snowmelt {

FindBar::FindBar(QPlainTextEdit* editor, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_wanted(new QLineEdit(this)),
      m_said(makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, this))
{
    setObjectName(QStringLiteral("recipeFindBar"));
    m_wanted->setObjectName(QStringLiteral("recipeFind"));
    m_wanted->setPlaceholderText(tr("Find in the recipe"));
    m_wanted->setClearButtonEnabled(true);
    m_said->setObjectName(QStringLiteral("recipeFound"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * metric::unit, metric::unit, 2 * metric::unit, metric::unit);
    row->setSpacing(metric::unit);
    row->addWidget(m_wanted, 1);
    row->addWidget(m_said);
    const auto add = [&](const char* name, const QString& text, auto what) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, what);
        row->addWidget(button);
    };
    add("recipeFindPrevious", tr("&Previous"), [this] { findPrevious(); });
    add("recipeFindNext", tr("&Next"), [this] { findNext(); });
    connect(m_wanted, &QLineEdit::textEdited, this, [this] {
        QTextCursor begin = m_editor->textCursor();
        begin.setPosition(begin.selectionStart());
        m_editor->setTextCursor(begin); // what is typed on is found where its beginning was
        findNext();
    });
    hide();
}

void FindBar::open()
{
    if (const QString selected = m_editor->textCursor().selectedText(); !selected.isEmpty())
        m_wanted->setText(selected);
    m_said->clear();
    show();
    m_wanted->setFocus();
    m_wanted->selectAll();
}

void FindBar::find(QTextDocument::FindFlags flags)
{
    m_said->clear();
    if (m_wanted->text().isEmpty() || m_editor->find(m_wanted->text(), flags))
        return;
    const QTextCursor before = m_editor->textCursor();
    m_editor->moveCursor(flags.testFlag(QTextDocument::FindBackward) ? QTextCursor::End : QTextCursor::Start);
    if (m_editor->find(m_wanted->text(), flags))
        return m_said->setText(tr("From the other end"));
    m_editor->setTextCursor(before);
    m_said->setText(tr("Not there"));
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        m_editor->setFocus();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        find(event->modifiers().testFlag(Qt::ShiftModifier) ? QTextDocument::FindBackward : QTextDocument::FindFlags());
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace snowmelt
