using MlMaths.Torch.Models;

namespace MlMaths.Torch.Doctor;

/// <summary>What one step does.</summary>
internal static class StepChecks
{
    private const double Tolerance = 1e-5, Nudge = 0.1;

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
        ParameterSlice[] cut = [.. flat.Where(slice => LossDependsOn(probe, slice))];
        if (flat.Length == 0 && still.Length == 0)
            return check.Passed($"All {Counted.Of(learnt.Length, "group")} of parameters, weights and biases of each layer, do.");
        if (cut.Length > 0)
        {
            return check.Failed($"The loss depends on {Names(cut)}, and its gradient there is 0: these parameters are cut off or frozen.",
                new("frozen_layers", FaultStage.RateAndRule, "let these layers learn: slips.frozen_layers []"));
        }

        return flat.Length > 0
            ? check.Failed($"The gradient of {Names(flat)} is exactly 0 for {Counted.Rows(probe.Rows.Rows)}: nothing comes back to them.",
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

    /// <summary>Whether the loss changes when these parameters do: asked of the loss itself, not of its gradient.</summary>
    private static bool LossDependsOn(StartProbe probe, ParameterSlice slice)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using SpecTraining training = new(probe.Spec, probe.Data, probe.Seed);
        double before = training.Source.Loss(probe.Rows);
        using (torch.no_grad())
        {
            Tensor part = training.Net.Parameters[slice.Name];
            part.add_(Nudge).mul_(1 + Nudge);
        }

        return training.Source.Loss(probe.Rows) != before;
    }

    private static ArraySegment<double> Part(double[] all, ParameterSlice slice) => new(all, slice.Offset, slice.Length);

    private static double Length(double[] vector) => Math.Sqrt(vector.Sum(one => one * one));

    private static string Names(ParameterSlice[] slices) => string.Join(", ", slices.Select(slice => slice.Name));
}
