// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace snowmelt {

/// What Snowmelt's dialogs share: a title, a body, a foot with a remark, Cancel and one primary button. Shown with
/// open(), which returns at once.
class DialogFrame : public QDialog
{
    Q_OBJECT
public:
    DialogFrame(const QString& title, const QString& action, QWidget* parent);

    QVBoxLayout* body() const { return m_body; }
    QPushButton* primary() const { return m_primary; }
    QPushButton* closer() const { return m_closer; }
    void setTitle(const QString& title);
    void setRemark(const QString& text);
    QLabel* addParagraph(const QString& text);
    /// A second way on, beside the primary one.
    QPushButton* addButton(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QVBoxLayout* m_body;
    QHBoxLayout* m_foot;
    QLabel* m_title;
    QLabel* m_remark;
    QPushButton* m_closer;
    QPushButton* m_primary;
};

} // namespace snowmelt
