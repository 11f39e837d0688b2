using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class ResidualEnvelopeTests
{
    [Fact]
    public void Of_normal_errors_a_tenth_is_called_at_10_percent_though_worlds_are_few()
    {
        const int Tables = 4000, Rows = 60;
        double[][] columns = HouseholderQrTests.Drawn(Rows, 2, seed: 11);
        var random = new Random(12);
        int called = 0;
        for (int table = 0; table < Tables; table++)
        {
            LeastSquares fit = LeastSquares.Fit(columns, [.. columns[0].Select(x => x + Normal.Draw(random))]);
            if (ResidualEnvelope.Of(fit, FitInfluence.Of(fit), random.Next(), worlds: 60)!.PValue <= 0.1) called++;
        }

        Assert.InRange(called / (double)Tables, 0.07, 0.112); // worlds judged by their own envelope: 0.12 to 0.13
    }

    [Fact]
    public void The_envelope_is_that_of_the_simulated_worlds_alone()
    {
        double[][] columns = HouseholderQrTests.Drawn(30, 1, seed: 13);
        double[] y = [.. columns[0]], wild = [.. columns[0]];
        var random = new Random(14);
        for (int row = 0; row < y.Length; row++)
            wild[row] = (y[row] += Normal.Draw(random)) + (row == 4 ? 40 : 0);

        ResidualEnvelope usual = EnvelopeOf(y), far = EnvelopeOf(wild);
        Assert.Equal(usual.Low, far.Low);
        Assert.Equal(usual.High, far.High);
        Assert.True(far.Residuals[^1] > far.High[^1]);

        ResidualEnvelope EnvelopeOf(double[] targets)
        {
            LeastSquares fit = LeastSquares.Fit(columns, targets);
            return ResidualEnvelope.Of(fit, FitInfluence.Of(fit), seed: 15, worlds: 100)!;
        }
    }
}
