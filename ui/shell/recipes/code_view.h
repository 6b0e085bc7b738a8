// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/problem.h"

#include <QPlainTextEdit>

namespace snowmelt {

/// YAML to be edited: one width of letters, line numbers beside it, problems underlined. Tab writes two blanks, as YAML
/// has no tabs.
class CodeView final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodeView(QWidget* parent);

    /// Underlines each at its place until the next call.
    void setProblems(const QList<Problem>& problems);
    /// Lines and columns as in Problem.
    void goTo(int line, int column);
    int gutterWidth() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void paintGutter(QPaintEvent* event);
    void placeGutter();
    void mark();
    QTextCursor cursorAt(int line, int column) const;

    class Gutter;
    Gutter* m_gutter;
    QList<Problem> m_problems;
};

} // namespace snowmelt
