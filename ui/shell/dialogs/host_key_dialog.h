// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs/question_dialog.h"

class QCheckBox;
class QTreeView;

namespace snowmelt {

class HostKeyModel;

/// All host keys that nobody knows, in one dialog: one of them large, several as a list with a box each. Not to connect
/// is what Enter and Escape do.
class HostKeyDialog final : public QuestionDialog
{
    Q_OBJECT
public:
    explicit HostKeyDialog(QWidget* parent);
    void follow(const QList<OpenQuestion>& open) override;

private:
    QWidget* makeOne();
    QWidget* makeMany();
    void showOne(const AccessQuestion& question);
    void showMany();
    void followChoice();
    void connectChosen();
    void declineAll() override;
    void fit();

    HostKeyModel* m_model;
    QLabel* m_meaning;
    QWidget* m_one = nullptr;
    QLabel* m_host = nullptr;
    QLabel* m_node = nullptr;
    QLabel* m_type = nullptr;
    QLabel* m_fingerprint = nullptr;
    QWidget* m_many = nullptr;
    QCheckBox* m_all = nullptr;
    QTreeView* m_list = nullptr;
    QLabel* m_where = nullptr;
};

} // namespace snowmelt
