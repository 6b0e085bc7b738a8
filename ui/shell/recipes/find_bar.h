// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextDocument>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace snowmelt {

/// Finds a text in an editor, round and round. Escape puts it away.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    FindBar(QPlainTextEdit* editor, QWidget* parent);

    void open(); ///< with what is selected
    void findNext() { find({}); }
    void findPrevious() { find(QTextDocument::FindBackward); }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void find(QTextDocument::FindFlags flags);

    QPlainTextEdit* m_editor;
    QLineEdit* m_wanted;
    QLabel* m_said;
};

} // namespace snowmelt
