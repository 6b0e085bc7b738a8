// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <QWidget>

class QLabel;

namespace snowmelt {

/// The head of an inspector page: glyph, name, state at the right, a line below.
class PanelHead final : public QWidget
{
    Q_OBJECT
public:
    explicit PanelHead(QWidget* parent = nullptr);
    void setTitle(const QString& title, const QString& state, const QString& line);
    /// `reached`: a host that was there before and answers.
    void setHealth(std::optional<Health> health, bool reached = false);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<Health> m_health;
    bool m_reached = false;
    QLabel* m_title;
    QLabel* m_state;
    QLabel* m_line;
    QWidget* m_glyphSpace;
};

} // namespace snowmelt
