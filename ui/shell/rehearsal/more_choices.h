// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/intent.h"
#include "ui/shell/rehearsal/choice_grid.h"

#include <QObject>

class QCheckBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;
class QWidget;

namespace snowmelt {

/// What is seldom chosen about a deployment: deadlines, gates, and what becomes of a green that failed. Its
/// rows stand in the grid of those that are always there.
class MoreChoices final : public QObject
{
    Q_OBJECT
public:
    MoreChoices(QGridLayout* grid, QWidget* page);
    void setVisible(bool visible);

    DeployOptions options() const;
    QString problem() const; ///< what cannot be asked like this; empty: nothing

Q_SIGNALS:
    void typed();
    void changed();

private:
    void makeDeadlines(QGridLayout* grid);
    void makeGates(QGridLayout* grid);
    void addField(QGridLayout* grid, int row, ChoiceColumn column, const QString& label, QWidget* field,
                  const QString& meaning);

    QWidget* m_page;
    QList<QWidget*> m_parts;
    QSpinBox* m_drain;
    QSpinBox* m_health;
    QDoubleSpinBox* m_failed;
    QDoubleSpinBox* m_latency;
    QLineEdit* m_checks;
    QCheckBox* m_keepGreen;
};

} // namespace snowmelt
