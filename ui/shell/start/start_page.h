// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace snowmelt {

/// What the window shows while nothing is open.
class StartPage final : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(bool hasLab, QWidget* parent = nullptr);
    /// Reads the recent blueprints again.
    void refresh();

Q_SIGNALS:
    void labAsked();
    void openAsked();
    void newAsked();
    void blueprintChosen(const QString& path);

private:
    QWidget* makeChoices(bool hasLab);
    QVBoxLayout* m_recent;
    QWidget* m_recentBox;
};

} // namespace snowmelt
