// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/intent.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;
class QLineEdit;
class QSpinBox;

namespace snowmelt {

/// What is seldom chosen about a deployment: deadlines, gates, and what becomes of a green that failed.
class MoreChoices final : public QWidget
{
    Q_OBJECT
public:
    explicit MoreChoices(QWidget* parent = nullptr);

    DeployOptions options() const;
    QString problem() const; ///< what cannot be asked like this; empty: nothing

Q_SIGNALS:
    void typed();
    void changed();

private:
    void makeDeadlines(QGridLayout* grid);
    void makeGates(QGridLayout* grid);
    void addField(QGridLayout* grid, int row, int column, const QString& label, QWidget* field, const QString& meaning);

    QSpinBox* m_drain;
    QSpinBox* m_health;
    QDoubleSpinBox* m_failed;
    QDoubleSpinBox* m_latency;
    QLineEdit* m_checks;
    QCheckBox* m_keepGreen;
};

} // namespace snowmelt
