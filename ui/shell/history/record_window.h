// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace snowmelt {

/// What the windows on the past share: they stand beside the main window and block nothing; a body, and a foot with a
/// remark and buttons. Escape closes them.
class RecordWindow : public QDialog
{
    Q_OBJECT
public:
    RecordWindow(const QString& title, const QSize& size, QWidget* parent);

protected:
    QVBoxLayout* body() const { return m_body; }
    /// To the right of the remark, in the order they are added.
    QPushButton* addButton(const char* name, const QString& text);
    void say(const QString& remark, bool trouble = false);
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_body;
    QHBoxLayout* m_foot;
    QLabel* m_remark;
};

} // namespace snowmelt
