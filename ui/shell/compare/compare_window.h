// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/compare/moment_source.h"
#include "ui/shell/history/record_window.h"

#include <QTimer>

#include <array>
#include <optional>

class QComboBox;
class QStackedWidget;

namespace snowmelt {

class CompareStage;
class CompareWorker;
struct ComparedPicture;
class MomentLoader;
class Session;

/// Two states of the open fleet beside each other as one diagram, and what differs as a list. Each side is chosen: the
/// blueprint, now, before or after a deployment. What is "now" follows the fleet. What was compared last stays in sight
/// until the next is there.
class CompareWindow final : public RecordWindow
{
    Q_OBJECT
public:
    CompareWindow(Session* session, QWidget* parent);

    /// Chooses both sides by their kind: the newest deployment's where there are several.
    void choose(MomentChoice::Kind before, MomentChoice::Kind after);

private:
    struct Side
    {
        QComboBox* box = nullptr;
        MomentLoader* loader = nullptr;
        std::optional<MomentSource> source;
        QString trouble;
    };

    QWidget* makeHead();
    Side makeSide(int index, const char* name, const QString& label, QWidget* parent);
    void listChoices();
    void load(int side);
    void follow();
    void refresh();
    void compare();
    void exchange();
    void show(const std::shared_ptr<const ComparedPicture>& picture);
    void showPage(const QString& title, const QString& text);
    const MomentChoice& chosen(int side) const;

    Session* m_session;
    QList<MomentChoice> m_choices;
    std::array<Side, 2> m_sides;
    QTimer m_due; ///< both sides may change in one turn of the event loop: they are compared once
    CompareWorker* m_worker;
    bool m_sought = true; ///< something else was chosen since the last comparison came
    QStackedWidget* m_pages = nullptr;
    CompareStage* m_stage = nullptr;
    QWidget* m_page = nullptr; ///< an EmptyPage in place of the stage
};

} // namespace snowmelt
