using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class PolicyRatesTests
{
    [Fact]
    public void Every_population_keeps_what_is_promised()
    {
        Assert.Equal(PolicyPopulation.All.Select(population => population.Name), PolicyRates.Measured.Select(rate => rate.Population));
        Assert.All(PolicyRates.Measured, rate =>
        {
            Assert.True(rate.Populations >= 200, $"{rate.Population}: only {rate.Populations}");
            Assert.True(rate.Coverage.Value >= PolicyRates.PromisedCoverage, $"{rate.Population}: {rate.Covered} of {rate.Populations}");
            Assert.True(rate.Regret <= PolicyRates.PromisedRegret, $"{rate.Population}: {rate.Regret}");
        });
    }

    [Fact]
    public void Elkans_threshold_is_the_better_one_where_scores_are_calibrated_and_the_rule_notices_where_they_are_far_off()
    {
        Assert.All(PolicyPopulation.All.Zip(PolicyRates.Measured), pair =>
        {
            (PolicyPopulation population, PolicyRate rate) = pair;
            Assert.Equal(population.IsCalibrated, rate.ElkanRegret < rate.SearchedRegret);
            if (!population.IsCalibrated)
                Assert.True(rate.ElkanChosen < 0.05 * rate.Populations, $"{rate.ElkanChosen} of {rate.Populations}");
        });
    }

    [Fact]
    public void The_file_is_what_the_rates_would_write()
    {
        string file = Path.Combine(Repository.Folder, "shared", "MlMaths.Torch", "Evaluation", "Decisions", "policy-rates.csv");
        Assert.Equal(PolicyRates.Lines(PolicyRates.Measured), File.ReadAllLines(file));
    }

    [Fact]
    public void Rates_come_back_from_their_lines()
    {
        PolicyRate rate = PolicyTrial.Rate(
            PolicyPopulation.All[0], [new(true, null, 1.25, 1, 1.5, false), new(false, true, 1.75, 1, 1.5, true)]);
        Assert.Equal(new PolicyRate("calibrated scores", 9000, 2, 1, 1, 1, 1.5, 1.75, 1, 1.5, 1), rate);
        Assert.Equal([rate], PolicyRates.Parse(PolicyRates.Lines([rate])));
    }

    [Fact]
    public void A_few_populations_measured_anew_agree_with_the_file()
    {
        const int Drawn = 4;
        PolicyPopulation few = PolicyPopulation.All.Single(population => population.Name == "few rows");
        PolicyRate filed = PolicyRates.Measured.Single(rate => rate.Population == few.Name);
        PolicyRate anew = PolicyTrial.Rate(few, [.. Enumerable.Range(1, Drawn)
            .Select(seed => PolicyTrial.Of(few, PolicyTrial.Payments(20_000, seed), seed))]);

        // So many or fewer must not be a surprise (one in a hundred), were the rate the lowest that the file allows.
        double chance = Enumerable.Range(0, anew.Covered + 1).Sum(x => Binomial.Mass(x, Drawn, filed.Coverage.Low!.Value));
        Assert.True(chance > 0.01, $"{anew.Covered} of {Drawn}");
        Assert.InRange(anew.Regret, 1, filed.WorstRegret);
    }
}
