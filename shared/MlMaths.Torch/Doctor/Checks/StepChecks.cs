using MlMaths.Torch.Models;

namespace MlMaths.Torch.Doctor;

/// <summary>What one step does.</summary>
internal static class StepChecks
{
    private const double Tolerance = 1e-5, Nudge = 0.1, SmallNudge = 1e-3;

    /// <summary>What is found around parameters whose gradient is 0.</summary>
    private enum Slope
    {
        /// <summary>A gradient at once: they begin at a point of rest.</summary>
        AtRest,

        /// <summary>The loss changes, and what is handed out as its gradient does not.</summary>
        CutOff,

        /// <summary>Nothing, or only far away: the units behind them are dead.</summary>
        None,
    }

    public static CheckResult ParametersMove(StartProbe probe)
    {
        Check check = new("parameters_move", "Every parameter has a gradient, and moves");
        using DisposeScope scope = torch.NewDisposeScope();
        using SpecTraining training = new(probe.Spec, probe.Data, probe.Seed);
        ParameterVector θ = training.Net.Parameters;
        double loss = training.Source.Differentiate(probe.Rows);
        double[] g = θ.GradientToArray(), before = θ.ToArray();
        if (!double.IsFinite(loss) || g.Any(one => !double.IsFinite(one)))
        {
            return check.Failed("The loss or its gradient is not a finite number before the first step.", new(
                "not_finite_at_start", FaultStage.Data, "look for features far from 0, and scale them: data.scaling standard"));
        }

        using (torch.no_grad())
            training.Rule.Update(θ, probe.Spec.Rule.UsedLearningRate, probe.Rows);
        double[] after = θ.ToArray();
        ParameterSlice[] learnt = [.. θ.Slices
            .Where(slice => probe.Spec.Net.Bias || !slice.Name.EndsWith(".bias", StringComparison.Ordinal))];
        ParameterSlice[] flat = [.. learnt.Where(slice => Part(g, slice).All(one => one == 0))];
        ParameterSlice[] still = [.. learnt.Except(flat).Where(slice => Part(before, slice).SequenceEqual(Part(after, slice)))];
        ILookup<Slope, ParameterSlice> nearby = flat.ToLookup(slice => SlopeNearby(probe, slice));
        ParameterSlice[] cut = [.. nearby[Slope.CutOff]], atRest = [.. nearby[Slope.AtRest]], dead = [.. nearby[Slope.None]];
        if (cut.Length == 0 && dead.Length == 0 && still.Length == 0)
        {
            string resting = atRest.Length == 0 ? ""
                : $" At the start the gradient of {Names(atRest)} is 0, and a little beside it is not: that is no fault.";
            return check.Passed($"All {Counted.Of(learnt.Length, "group")} of parameters, weights and biases of each layer, do.{resting}");
        }

        if (cut.Length > 0)
        {
            return check.Failed($"The loss depends on {Names(cut)}, and its gradient there is 0: these parameters are cut off or frozen.",
                new("frozen_layers", FaultStage.RateAndRule, "let these layers learn: slips.frozen_layers []"));
        }

        return dead.Length > 0
            ? check.Failed($"The gradient of {Names(dead)} is exactly 0 for {Counted.Rows(probe.Rows.Rows)}: nothing comes back to them.",
                new("no_gradient", FaultStage.Initialisation,
                    Repair.OfWeights(probe.Spec, "take an activation that does not cut off one half (gelu, tanh), or more units"))
                {
                    IsSymptom = true,
                })
            : check.Failed($"{Names(still)} did not move in a step, although the gradient is not 0.",
                new("step_too_small", FaultStage.RateAndRule, "raise rule.learning_rate") { IsSymptom = true });
    }

    public static CheckResult GradientsFresh(StartProbe probe)
    {
        Check check = new("gradients_fresh", "A step's gradient is that of its own rows");
        using DisposeScope scope = torch.NewDisposeScope();
        using SpecTraining training = new(probe.Spec, probe.Data, probe.Seed);
        double[] first = Gradient(), second = Gradient();
        double length = Length(first), moved = Length([.. first.Zip(second, (a, b) => b - a)]);
        if (length == 0 || !double.IsFinite(length))
            return check.Undecided("The gradient is 0 or not finite, and 0 would be the same again: another check says so.");
        return moved <= Tolerance * length
            ? check.Passed("The same rows give the same gradient twice.")
            : check.Failed(
                $"The same rows give another gradient the second time, {NumberText.Brief(Length(second) / length)} times as long: what was "
                + $"there before is still in it.",
                new("gradients_not_cleared", FaultStage.RateAndRule, "clear the gradient before each step"));

        double[] Gradient()
        {
            if (training.Net.Perceptron.Dropout is { } dropout) dropout.Drawn = 0;
            training.Source.Differentiate(probe.Rows);
            return training.Net.Parameters.GradientToArray();
        }
    }

    /// <summary>Moves parameters whose gradient is 0, each by its own length, and asks the loss itself, and its gradient, again.</summary>
    private static Slope SlopeNearby(StartProbe probe, ParameterSlice slice)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using SpecTraining training = new(probe.Spec, probe.Data, probe.Seed);
        Tensor part = training.Net.Parameters[slice.Name], start = part.clone();
        Tensor direction = torch.arange(1, slice.Length + 1).cos().reshape(part.shape);
        double before = training.Source.Loss(probe.Rows);
        (double loss, bool hasGradient) = At(Nudge);
        if (loss == before) return Slope.None;
        if (!hasGradient) return Slope.CutOff;
        return At(SmallNudge).HasGradient ? Slope.AtRest : Slope.None;

        (double Loss, bool HasGradient) At(double length)
        {
            using (torch.no_grad())
                part.copy_(start + length * direction);
            training.Source.Differentiate(probe.Rows);
            return (
                training.Source.Loss(probe.Rows),
                Part(training.Net.Parameters.GradientToArray(), slice).Any(one => one != 0));
        }
    }

    private static ArraySegment<double> Part(double[] all, ParameterSlice slice) => new(all, slice.Offset, slice.Length);

    private static double Length(double[] vector) => Math.Sqrt(vector.Sum(one => one * one));

    private static string Names(ParameterSlice[] slices) => string.Join(", ", slices.Select(slice => slice.Name));
}
