using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Doctor;

/// <summary>A log as it is drawn.</summary>
internal static class LogPicture
{
    public static CoursePicture Of(TrainingLog log)
    {
        LogCurve[] curves = [.. new[] { log.Training, log.Validation }.OfType<LogCurve>()];
        bool areWhole = curves.SelectMany(curve => curve.Steps).All(step => step == Math.Floor(step) && Math.Abs(step) < int.MaxValue);
        return new(
            [.. curves.Select(Curve)], [], curves.Select(Moment).FirstOrDefault(moment => moment is not null))
        {
            StepName = areWhole ? log.StepName : "reading",
        };

        TrainingCurve Curve(LogCurve curve) => new(
            curve == log.Training ? "training" : "validation", [.. curve.Steps.Select((step, place) => areWhole ? (int)step : place + 1)],
            curve.Losses);

        CourseMoment? Moment(LogCurve curve)
        {
            if (curve.Losses.Count == 0) return null;
            int at = curve.Losses.ToList().FindIndex(loss => !double.IsFinite(loss));
            if (at < 0 && curve != (log.Validation ?? log.Training)) return null;
            string words = "no finite number";
            if (at < 0)
            {
                at = curve.Losses.Index().MinBy(one => one.Item).Index;
                words = $"lowest reading {NumberText.Brief(curve.Losses[at])}";
            }

            return new(areWhole ? (int)curve.Steps[at] : at + 1, $"{words} {log.At(curve.Steps[at])}");
        }
    }
}
