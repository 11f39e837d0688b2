using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Calculus;

/// <summary>How far <see cref="GradientVerdict"/> can be believed: asked where the truth is known.</summary>
/// <param name="KinksLabelled">Share of coordinates labelled as kinks, of those that cross one by the net's own geometry.</param>
/// <param name="ErrorsFound">Share of planted errors that were found and laid on the right answer.</param>
/// <param name="FalseAlarms">Share of correct gradients that were called wrong.</param>
public sealed record CheckSurvey(Interval KinksLabelled, Interval ErrorsFound, Interval FalseAlarms)
{
    /// <summary>Asks at so many points of each kind.</summary>
    /// <param name="points">Points for each question.</param>
    /// <param name="seed">Seed of the points.</param>
    /// <param name="advance">Told after each point.</param>
    /// <param name="cancellation">Stops between points.</param>
    public static CheckSurvey Run(int points, int seed, Action? advance = null, CancellationToken cancellation = default)
    {
        Tally kinks = default, errors = default, alarms = default;
        for (int k = 0; k < points; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            int drawn = Seeds.Of(seed, DrawnFor.Checks, k);
            IDerivation derivation = DerivationCatalogue.All[k % DerivationCatalogue.All.Count];
            using DisposeScope scope = torch.NewDisposeScope();
            using var source = new DerivationSource(derivation.Draw(drawn));
            alarms += new Tally(Verdict(source, source).IsRight ? 0 : 1, 1);
            errors += PlantedErrors(source, Seeds.Generator(drawn, DrawnFor.Checks));
            kinks += PlantedKinks.At(drawn);
            advance?.Invoke();
        }

        return new CheckSurvey(kinks.Share, errors.Share, alarms.Share);
    }

    private static GradientVerdict Verdict(DerivationSource source, IGradientSource hand)
    {
        IDerivation derivation = source.Point.Derivation;
        return GradientVerdict.Of(hand, source.Autograd, source.Batch, () => derivation.Kinks(source.Point));
    }

    /// <summary>
    /// Each coordinate is corrupted by a factor of 1 ± 10⁻⁴ … 10⁻¹; those that are zero but for rounding have nothing to
    /// corrupt.
    /// </summary>
    private static Tally PlantedErrors(DerivationSource source, Random random)
    {
        double[] factors = [.. Enumerable.Range(0, source.Parameters.Count)
            .Select(_ => 1 + (random.Next(2) == 0 ? 1 : -1) * Math.Pow(10, -4 + 3 * random.NextDouble()))];
        GradientVerdict verdict = Verdict(source, new CorruptedSource(source, factors));
        double smallest = 1e-6 * verdict.Coordinates.Max(one => Math.Abs(one.ByAutograd));
        CheckedCoordinate[] corrupted = [.. verdict.Coordinates.Where(one => Math.Abs(one.ByAutograd) > smallest)];
        return new Tally(corrupted.Count(one => one is { Label: CoordinateLabel.Wrong, Wrong: WrongAnswer.Hand }), corrupted.Length);
    }

    /// <summary>So many of so many.</summary>
    internal readonly record struct Tally(int Successes, int Trials)
    {
        public Interval Share => ClopperPearsonInterval.Of(Successes, Trials);

        public static Tally operator +(Tally one, Tally other) => new(one.Successes + other.Successes, one.Trials + other.Trials);
    }

    private sealed class CorruptedSource(IGradientSource right, double[] factors) : IGradientSource
    {
        public ParameterVector Parameters => right.Parameters;

        public double Loss(Batch batch) => right.Loss(batch);

        public double Differentiate(Batch batch)
        {
            double loss = right.Differentiate(batch);
            using (torch.no_grad())
                Parameters.Gradient.mul_(TensorCopy.Of(factors));
            return loss;
        }
    }
}
