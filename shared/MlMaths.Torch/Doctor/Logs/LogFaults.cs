namespace MlMaths.Torch.Doctor;

/// <summary>What may be behind a curve. A curve alone cannot tell these apart, so each is a candidate and no more.</summary>
internal static class LogFaults
{
    public static readonly Fault
        NotANumber = new(
            "values_not_finite", FaultStage.Data,
            "look for rows with numbers that are not finite, and for log(0), 0/0 or an overflow in the loss"),
        LabelsElsewhere = new(
            "labels_do_not_belong", FaultStage.Labels, "check that each label belongs to its row, and targets have the shape of outputs"),
        LossComparesNothing = new(
            "loss_compares_nothing", FaultStage.LossAndOutput, "print outputs, targets and the loss of one batch"),
        ConstantOutput = new(
            "output_constant", FaultStage.LossAndOutput, "check the last activation: softmax over one unit is always 1"),
        NothingMoves = new(
            "no_gradient", FaultStage.Initialisation,
            "check that parameters change in a step: frozen, dead, not in the optimiser, or a learning rate of 0"),
        LearnsNothing = new(
            "features_do_not_come_through", FaultStage.Data, "check that outputs depend on features, and that these are scaled"),
        RateTooLarge = new(
            "learning_rate_too_large", FaultStage.RateAndRule, "take a third of the learning rate, or clip the gradient"),
        RateUnsuitable = new(
            "learning_rate_unsuitable", FaultStage.RateAndRule, "try a third and three times the learning rate"),
        TooShort = new(SettingChange.MoreEpochsNeeded, FaultStage.Length, "train on: the loss still falls");

    /// <summary>A net whose later weights do worse on rows that it did not learn.</summary>
    /// <param name="best">When it did best: <c>step 300</c>.</param>
    public static Fault Overfitted(string best) => new(
        "overfitted", FaultStage.Regularisation,
        $"keep the weights of {best}, which were better on these rows, or hold the net back; training far longer was not tried, and may "
        + "differ");
}
