// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTextCursor;

namespace snowmelt {

/// Finds text in a log: every hit is marked, how many there are and which one is chosen is said. Return goes to the
/// next one, Shift+Return to the one before, Ctrl+F in the log comes here.
class LogSearch final : public QWidget
{
    Q_OBJECT
public:
    LogSearch(QPlainTextEdit* log, QWidget* parent);
    void follow(); ///< the log has other lines

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QPushButton* makeStep(const char* name, const QString& icon, const QString& hint);
    void search();
    void step(int by);
    void tell();
    QTextCursor hit(int index) const;

    QPlainTextEdit* m_log;
    QLineEdit* m_text;
    QLabel* m_count;
    QPushButton* m_previous;
    QPushButton* m_next;
    QList<int> m_hits;  ///< positions in the log
    int m_current = -1; ///< of m_hits; -1: none is chosen
};

} // namespace snowmelt
