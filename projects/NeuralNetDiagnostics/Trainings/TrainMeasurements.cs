using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>The numbers of a training that a person may quote.</summary>
internal static class TrainMeasurements
{
    public static Measurements Of(TrainFindings findings)
    {
        var measurements = new Measurements();
        int training = findings.Data.TrainingRows, validation = findings.Data.ValidationRows;
        measurements.Add("train.rows", "Training rows", training, "", "counted");
        measurements.Add("train.parameters", "Parameters", findings.Parameters, "", "counted");
        Loss(measurements, "train.loss", "Training loss", findings.TrainingLoss, $"at the end, mean over {Counted.Rows(training)}");
        if (validation == 0) return measurements;
        string rows = $"{Counted.Of(validation, "validation row")}";
        Loss(measurements, "validation.loss", "Validation loss", findings.ValidationLoss, $"at the end, mean over {rows}");
        if (findings.History.Least("loss", "validation") is { } least)
        {
            measurements.Add("validation.least_loss", "Lowest validation loss", least.Value, "", $"after epoch {least.Epoch:0}, {rows}");
        }

        if (findings.Accuracy is { } accuracy)
            measurements.Add("validation.accuracy", "Validation accuracy", accuracy, "", $"at the end, {rows}");
        if (findings.Error is { } error)
            measurements.Add("validation.error", "Validation error", error, "", $"root mean square in the target's unit, {rows}");
        return measurements;
    }

    private static void Loss(Measurements measurements, string id, string label, TrainingCurve curve, string how) =>
        measurements.Add(id, label, TrainFindings.Last(curve), "", how, "the training ended in numbers that are not finite");
}
