namespace MlMaths.Torch.Doctor;

/// <summary>Whether the pass over the validation rows is the same each time it is made.</summary>
internal static class ValidationCheck
{
    public static CheckResult Repeats(StartProbe probe)
    {
        Check check = new("validation_repeats", "Judging the same rows twice gives the same loss");
        if (probe.Data.Validation is not { } rows) return check.NotRun("There are no validation rows.");
        double first = probe.Fresh.MeanLoss(rows), second = probe.Fresh.MeanLoss(rows);
        return first == second || (double.IsNaN(first) && double.IsNaN(second))
            ? check.Passed($"The validation loss is {NumberText.Brief(first)} both times.")
            : check.Failed(
                $"The validation loss of one net is {NumberText.Brief(first)}, then {NumberText.Brief(second)}: units are dropped while "
                + "rows are judged.",
                new("dropout_in_validation", FaultStage.RateAndRule, "turn dropout off before rows are judged") { IsOfJudging = true });
    }
}
