using System.Globalization;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// A training whose truth is known, written down as a log of epochs, losses and validation losses, and what the doctor says of the log
/// alone. Truth is by effect, as in <see cref="DoctorTrial"/>.
/// </summary>
/// <param name="Case">The training.</param>
/// <param name="Examination">What was said.</param>
/// <param name="Loss">Validation loss of the net that the training hands out.</param>
/// <param name="Chance">Of a constant answer.</param>
/// <param name="Twin">Of the twin.</param>
public sealed record LogTrial(DoctorCase Case, LogExamination Examination, double Loss, double Chance, double Twin)
{
    private const double Harmful = 0.1;

    /// <summary>Whether the twin is better by enough to matter.</summary>
    public bool IsHarmful => Loss - Twin > Harmful * Math.Max(0, Chance - Twin);

    /// <summary>Whether it was meant to be sound, and is.</summary>
    public bool IsSound => !Case.IsFaulty && !IsHarmful;

    /// <summary>Whether it was meant to be faulty, and is.</summary>
    public bool IsIll => Case.IsFaulty && IsHarmful;

    /// <summary>Whether something was found, other than that it still learns.</summary>
    public bool IsFound => Examination.IsIll;

    /// <summary>Whether one of the causes that are named, first or not, is what was meant.</summary>
    public bool IsNamed => IsFound && Examination.Causes.Any(cause => Case.Meant.Contains(cause.Id));

    /// <summary>Draws a case, trains it, and examines its log.</summary>
    public static LogTrial Of(DoctorKind kind, int seed)
    {
        DoctorCase one = kind.Draw(new Random(seed));
        var spec = TrainingSpec.Parse(one.Spec);
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Log(spec, seed));
            var examination = LogExamination.Of(TrainingLog.Read(file, new LogNames()));
            (double loss, double chance) = Confirmation.LossOf(spec, seed, CancellationToken.None);
            double twin = Confirmation.LossOf(TrainingSpec.Parse(one.Twin), seed, CancellationToken.None).Loss;
            return new(one, examination, loss, chance, twin);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The columns that Keras' CSVLogger has, of a training.</summary>
    private static string Log(TrainingSpec spec, int seed)
    {
        using var data = SpecData.Prepare(spec, seed);
        using SpecTraining training = new(spec, data, seed);
        TrainingHistory history = training.Fit(CancellationToken.None);
        TrainingCurve losses = history.Curve("epoch_loss"), validation = history.Curve("loss", "validation");
        IEnumerable<string> rows = losses.Values.Index().Select(loss => string.Create(
            CultureInfo.InvariantCulture, $"{loss.Index},{loss.Item},{validation.Values.ElementAtOrDefault(loss.Index)}"));
        string[] end = history.Status == TrainingStatus.Diverged ? [$"{losses.Values.Count},nan,nan"] : [];
        return string.Join('\n', ["epoch,loss,val_loss", .. rows, .. end]) + "\n";
    }
}
