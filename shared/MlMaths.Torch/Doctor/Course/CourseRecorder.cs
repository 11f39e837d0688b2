using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Doctor;

/// <summary>How good the answers of a net were at one moment, in the currency of <see cref="SoundLoss"/>.</summary>
/// <param name="Epoch">Passes made so far.</param>
/// <param name="Step">Updates made so far.</param>
/// <param name="Rows">Loss of each validation row that is looked at; empty where there are none.</param>
/// <param name="Training">Mean loss of training rows, by the labels that they were given and with nothing dropped.</param>
internal sealed record CourseLook(int Epoch, int Step, double[] Rows, double Training)
{
    /// <summary>Mean loss of the validation rows; infinite where one is not finite.</summary>
    public double Validation { get; } = MeanOf(Rows);

    /// <summary>Mean of some losses; infinite where one is not finite.</summary>
    public static double MeanOf(IReadOnlyCollection<double> losses) =>
        losses.Count > 0 && losses.Average() is var mean && double.IsFinite(mean) ? mean : double.PositiveInfinity;
}

/// <summary>
/// Looks at a training at the end of its epochs, row by row. Of many epochs a part at even distances, and of many rows, too, so that
/// looking stays cheap beside learning.
/// </summary>
internal sealed class CourseRecorder : ITrainingObserver
{
    private const int MostLooks = 80, EnoughLooks = 20, StepsBetween = 30, MostRows = 4000;

    private readonly SpecTraining _training;
    private readonly SpecData _data;
    private readonly LossKind _asked;
    private readonly (Tensor X, double[] Labels)? _validation;
    private readonly (Tensor X, double[] Labels) _learnt;
    private readonly int _every;
    private readonly List<CourseLook> _looks = [];

    /// <param name="training">Who is looked at.</param>
    /// <param name="data">Its rows.</param>
    /// <param name="epochs">That it has, at most.</param>
    /// <param name="asked">The loss that the currency follows.</param>
    /// <remarks>Its tensors live in the caller's scope.</remarks>
    public CourseRecorder(SpecTraining training, SpecData data, int epochs, LossKind asked)
    {
        (_training, _data, _asked) = (training, data, asked);
        int apart = Math.Min(StepsBetween / training.Batches.BatchesPerEpoch, epochs / EnoughLooks);
        _every = Math.Max((epochs - 1) / MostLooks + 1, apart);
        int[] learnt = RowSample.Even(data.TrainingRows, MostRows);
        _learnt = (PreparedRows.Pick(data.Training.X, learnt), data.TargetUnit.Unscaled(data.LabelsAt(learnt)));
        if (data.Validation is not { } rows) return;
        int[] places = RowSample.Even(rows.Rows, MostRows);
        _validation = (PreparedRows.Pick(rows.X, places), [.. places.Select(place => data.SoundValidationLabels[place])]);
    }

    /// <summary>What was seen after epochs.</summary>
    public IReadOnlyList<CourseLook> Looks => _looks;

    /// <summary>The labels of the validation rows that are looked at.</summary>
    public double[] Labels => _validation?.Labels ?? [];

    /// <summary>The labels of the training rows that are looked at.</summary>
    public double[] LearntLabels => _learnt.Labels;

    /// <inheritdoc/>
    public void OnEpoch(TrainingState state)
    {
        if (state.Epoch % _every == 0 || state.Epoch == state.Epochs) _looks.Add(Look(state.Epoch, state.Step));
    }

    /// <summary>One look, now.</summary>
    public CourseLook Look(int epoch, int step) => new(
        epoch, step, _validation is { } rows ? Losses(rows.X, rows.Labels) : [], CourseLook.MeanOf(Losses(_learnt.X, _learnt.Labels)));

    private double[] Losses(Tensor X, double[] labels) => SoundLoss.OfRows(_training, _data, X, labels, _asked);
}
