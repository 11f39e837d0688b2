using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// What is asked of a course. Three answers can be symptoms: an end that is no number, a rise, and a distance to the references. The
/// others are what is seen beside them: dead units, gradients that fade and a loss that still falls are found in sound trainings, too,
/// and are told, and never counted.
/// </summary>
internal static class CourseChecks
{
    private const double Faded = 1e-3, SmallestP = 1e-4;

    private static readonly Check
        Finite = new("stays_finite", "The loss stays a finite number"),
        Steady = new("no_rise", "The validation loss does not rise behind its best epoch"),
        Reaches = new("reaches_references", "The validation loss reaches that of references on the same rows"),
        Rests = new("at_rest", "The validation loss has come to rest"),
        Alive = new("units_alive", "Hidden units answer different rows differently"),
        Depth = new("gradients_reach_first_layers", "Gradients reach the first layer"),
        Edge = new("step_and_curvature", "The step suits the curvature of the loss");

    /// <summary>All of them, not run for one reason.</summary>
    public static IEnumerable<CheckResult> NotRun(string because) =>
        new[] { Finite, Steady, Reaches, Rests, Alive, Depth, Edge }.Select(check => check.NotRun(because));

    public static IEnumerable<CheckResult> Of(
        TrainingSpec spec, TrainingCourse own, CourseReferences? references, CourseReading? reading, CourseSymptoms symptoms)
    {
        string without = references is null ? "There are no validation rows."
            : $"There are {Counted.Of(own.Final.Rows.Length, "validation row")}, and {CourseReading.FewestRows} are needed.";
        yield return Ending(own, symptoms.Diverged);
        yield return own.Diverged ? Steady.NotRun("The training diverged.")
            : reading is null ? Steady.NotRun(without)
            : Rise(reading, symptoms.Rises);
        yield return own.Diverged ? Reaches.NotRun("The training diverged.")
            : reading is null ? Reaches.NotRun(without)
            : Distance(reading, symptoms.Behind);
        yield return own.Diverged ? Rests.NotRun("The training diverged.")
            : reading is null ? Rests.NotRun(without)
            : Fall(reading);
        yield return Units(own);
        yield return Gradients(own);
        yield return Curvature(spec, own);
    }

    private static CheckResult Ending(TrainingCourse own, CourseSymptom? symptom) => symptom is null
        ? Finite.Passed($"All losses of {Counted.Of(own.History.Steps, "step")} are finite numbers.")
        : Finite.Failed(
            Joined(
                $"The loss is no finite number at step {NumberText.Count(own.History.Steps)}, in epoch {own.Final.Epoch + 1}.", symptom),
            symptom.Fault);

    private static CheckResult Rise(CourseReading reading, CourseSymptom? symptom)
    {
        CourseLook best = reading.Own.Best, final = reading.Own.Final;
        string words = $"The validation loss is {LossText.Of(best.Validation)} after epoch {best.Epoch} and "
            + $"{LossText.Of(final.Validation)} at the end";
        if (symptom is null) return Steady.Passed($"{words}{Unless(reading, reading.Rise)}.");
        string training = $"while the training loss went from {LossText.Of(best.Training)} to {LossText.Of(final.Training)}";
        return Steady.Failed(Joined($"{words}, {training}. {Gap(reading)}.", symptom), symptom.Fault);
    }

    private static CheckResult Distance(CourseReading reading, CourseSymptom? symptom)
    {
        string references = string.Join(
            ", ", reading.References.All.Select(one => $"a {one.Name} has {LossText.Of(one.Course.Best.Validation)}"));
        string words = $"At its best epoch the validation loss is {LossText.Of(reading.Own.Best.Validation)}; {references}, and a constant "
            + $"answer {NumberText.Brief(reading.Chance)}";
        if (symptom is null) return Reaches.Passed($"{words}{Unless(reading, reading.Behind)}.");
        string kind = reading.IsStuck ? "next to nothing was learnt"
            : reading.IsUnderfit ? "the training rows are not learnt as well either"
            : "what was learnt of the training rows does not carry over";
        return Reaches.Failed(Joined($"{words}: {kind}. {Gap(reading)}.", symptom), symptom.Fault);
    }

    private static string Unless(CourseReading reading, double distance) => distance <= CourseReading.Matters * reading.ToLearn
        ? $": a distance of less than a tenth of what there is to learn, {NumberText.Brief(reading.ToLearn)}"
        : $": {Gap(reading)}, which may be chance";

    private static string Gap(CourseReading reading) =>
        $"Row by row, the net that is handed out is {Of(reading.Gap)} above the best that was seen on these rows";

    private static CheckResult Fall(CourseReading reading) => !reading.StillFalls
        ? Rests.Passed($"Over the last quarter it changed by {Of(reading.Fall with { Mean = -reading.Fall.Mean })}.")
        : reading.IsBehind
            ? Rests.Undecided($"Over the last quarter it still fell, by {Of(reading.Fall)}: more steps may help.")
            : Rests.Passed($"It still fell over the last quarter, by {Of(reading.Fall)}.");

    private static CheckResult Units(TrainingCourse own)
    {
        if (own.Layers.Count == 0) return Alive.NotRun("The net has no hidden layer.");
        string words = string.Join(", ", own.Layers.Select((layer, place) => $"{layer.Dead} of {layer.Units} in layer {place + 1}"));
        return own.Layers.Any(layer => layer.Dead == layer.Units)
            ? Alive.Undecided($"Units that answer every row alike at the end: {words}. Behind such a layer all rows look the same.")
            : Alive.Passed($"Units that answer every row alike at the end: {words}.");
    }

    private static CheckResult Gradients(TrainingCourse own)
    {
        string[] layers = [.. own.History.Rows.Select(row => row.Quantity).Distinct()
            .Where(one => one.StartsWith("gradient_norm.", StringComparison.Ordinal) && one.EndsWith(".weight", StringComparison.Ordinal))];
        if (layers.Length < 2) return Depth.NotRun("The net has one layer.");
        double? first = Typical(own.History.Curve(layers[0])), last = Typical(own.History.Curve(layers[^1]));
        if (first is null || last is null) return Depth.NotRun("No gradient is a finite number.");
        string words = $"Half of the steps have a gradient above {NumberText.Brief(first.Value)} in the first layer and above "
            + $"{NumberText.Brief(last.Value)} in the last";
        return last > 0 && first < Faded * last
            ? Depth.Undecided($"{words}: it fades on its way back.")
            : Depth.Passed($"{words}.");
    }

    private static double? Typical(TrainingCurve curve)
    {
        double[] finite = [.. curve.Values.Where(double.IsFinite)];
        return finite.Length == 0 ? null : Quantiles.Of(finite).Median;
    }

    private static CheckResult Curvature(TrainingSpec spec, TrainingCourse own)
    {
        if (spec.Rule.LargestStableStep is not { } limit)
            return Edge.NotRun($"The rule {FieldKind.Word(spec.Rule.Kind)} rescales its gradient, and no limit is known.");
        if (own.Curvature is not { } λ) return Edge.NotRun("The curvature at the end could not be measured.");
        double η = own.History.Curve("learning_rate").Values is [.., double rate] ? rate : spec.Rule.UsedLearningRate;
        string words = $"At the end η λmax is {NumberText.Brief(η * λ)}, and a step on a parabola is stable up to "
            + NumberText.Brief(limit);
        return Edge.Passed(η * λ > limit
            ? $"{words}: the training stands at the edge of stability, where losses go up and down, and may be sound."
            : $"{words}.");
    }

    private static string Of(Difference one) => $"{NumberText.Brief(one.Mean)} ± {NumberText.Brief(one.StandardError)} "
        + (one.P < SmallestP ? $"(p < {NumberText.Of(SmallestP)})" : $"(p = {NumberText.Brief(one.P)})");

    private static string Joined(string words, CourseSymptom symptom) =>
        symptom.Evidence.Length == 0 ? words : $"{words} {symptom.Evidence}";
}
