// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTextEdit;

namespace snowmelt {

/// Commands to read, select and copy, as high as they are long.
class CommandBox final : public QWidget
{
    Q_OBJECT
public:
    CommandBox(const QString& title, const QString& commands, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitText();
    void copy() const;

    QTextEdit* m_text;
};

} // namespace snowmelt
