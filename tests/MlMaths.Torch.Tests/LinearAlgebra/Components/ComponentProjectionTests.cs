using FsCheck.Xunit;
using MlMaths.Torch.LinearAlgebra;
using static MlMaths.Torch.Tests.LinearAlgebra.PrincipalComponentsTests;

namespace MlMaths.Torch.Tests.LinearAlgebra;

/// <summary>Rows seen through components, and back.</summary>
public sealed class ComponentProjectionTests
{
    [Property(MaxTest = 50)]
    public void All_components_give_the_rows_back(byte n, byte d, int seed)
    {
        (int rows, int columns) = (n % 30 + 2, d % 8 + 1);
        using Tensor X = torch.tensor(Drawn(rows * columns, seed), rows, columns);
        var fit = PrincipalComponents.Fit(X);
        using Tensor Z = fit.Project(X), back = fit.Reconstruct(Z);

        Assert.True(torch.allclose(X, back, 0, 1e-12));
        Assert.Equal(0, fit.ReconstructionError(X)[^1], 1e-24);
    }

    [Property(MaxTest = 50)]
    public void A_new_row_projects_alike_in_any_company(int seed)
    {
        using Tensor X = torch.tensor(Drawn(20 * 5, seed), 20, 5), strangers = torch.tensor(Drawn(7 * 5, seed ^ 77), 7, 5);
        var fit = PrincipalComponents.Fit(X);
        using Tensor together = fit.Project(strangers), flipped = fit.Project(strangers.flip(0)),
            alone = fit.Project(strangers.narrow(0, 4, 1));

        Assert.True(torch.allclose(together, flipped.flip(0), 0, 1e-13));
        Assert.True(torch.allclose(together.narrow(0, 4, 1), alone, 0, 1e-13));
    }

    [Fact]
    public void The_error_that_j_components_leave_is_the_one_of_their_reconstruction()
    {
        using Tensor X = Table("wine.csv standardised"), training = X.narrow(0, 0, 120), held = X.narrow(0, 120, 58);
        var fit = PrincipalComponents.Fit(training, 5);
        double[] error = fit.ReconstructionError(held);

        Assert.Equal(6, error.Length);
        using Tensor Z = fit.Project(held);
        for (int j = 1; j <= 5; j++)
            Assert.Equal((fit.Reconstruct(Z.narrow(1, 0, j)) - held).square().mean().ToDouble(), error[j], 1e-12);
        Assert.True(error.Zip(error.Skip(1), (more, fewer) => more > fewer).All(falls => falls));
    }

    [Fact]
    public void Whitened_rows_are_uncorrelated_with_variance_one()
    {
        using Tensor X = Table("digits.csv raw"); // three of its columns are constant: three components have no variance
        var fit = PrincipalComponents.Fit(X);
        Assert.Equal(61, fit.Rank);

        using Tensor white = fit.Whiten(X), C = white.t().cov(), I = torch.eye(61, dtype: torch.ScalarType.Float64);
        Assert.True(torch.allclose(C, I, 0, 1e-10));
    }

    [Fact]
    public void The_first_components_alone_project_as_they_did_among_all()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = torch.tensor(new double[,] { { 1, 2, 0 }, { 3, 1, 1 }, { 4, 4, 5 }, { 0, 1, 2 }, { 2, 2, 7 } });
        var fit = PrincipalComponents.Fit(X);
        Assert.True(torch.allclose(fit.Project(X).narrow(1, 0, 2), fit.Take(2).Project(X), 1e-14, 1e-14));
        Assert.Equal(fit.Ratio.Take(2), fit.Take(2).Ratio);
        Assert.Throws<ArgumentOutOfRangeException>(() => fit.Take(4));
    }
}
