// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/rehearsal/choices.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLayout;
class QPushButton;
class QSpinBox;

namespace snowmelt {

class FleetDocument;
class MoreChoices;

/// The head of a rehearsal: from what to what, by which strategy, watched for how long; the rest behind "More".
class ChoicesBar final : public QWidget
{
    Q_OBJECT
public:
    ChoicesBar(const FleetDocument& document, const RehearsalSubject& subject, QWidget* parent);

    DeploymentChoices choices() const;
    /// Chooses this version, when there is one to choose.
    void setTarget(const ImageRef& to);
    QString problem() const; ///< why no plan can be asked for, and what to do; empty: it can

Q_SIGNALS:
    void typed();   ///< more letters may come
    void changed(); ///< chosen

private:
    void addTarget(QGridLayout* grid, const FleetDocument& document);
    void addVersion(const FleetDocument& document, const ImageRef& ref);
    void addBake(QGridLayout* grid);
    void addRound(QGridLayout* grid, int groupSize);
    QSpinBox* makeCount(const char* name, int least, int most, const QString& hint);
    QLayout* makeRest(const QString& strategy);
    void makeOpener();

    RehearsalSubject m_subject;
    ImageRef m_reborn; ///< what a node is reborn from
    QComboBox* m_target = nullptr;
    QSpinBox* m_bake = nullptr;
    QSpinBox* m_atOnce = nullptr; ///< of a rebirth of several
    QSpinBox* m_least = nullptr;  ///< the same
    QPushButton* m_opener = nullptr;
    MoreChoices* m_more = nullptr;
};

} // namespace snowmelt
