using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>A binomial law beside the Poisson law of the same mean.</summary>
/// <param name="Trials">n, of probability λ/n each.</param>
/// <param name="Distance">Half of Σ|P − Q|: the largest difference of the two in the probability of anything.</param>
/// <param name="Bound">Le Cam's: λ²/n.</param>
internal sealed record RareLimit(int Trials, double Distance, double Bound)
{
    public static RareLimit At(int trials)
    {
        CountLaw binomial = CountLaw.OfBinomial(trials, PoissonFindings.EventRate / trials),
            poisson = CountLaw.OfPoisson(PoissonFindings.EventRate);
        double distance = Enumerable.Range(0, (int)poisson.Last + 1).Sum(k => Math.Abs(binomial.Mass(k) - poisson.Mass(k))) / 2;
        return new RareLimit(trials, distance, PoissonFindings.EventRate * PoissonFindings.EventRate / trials);
    }
}
