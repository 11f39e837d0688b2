using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.LogisticRegression.Sections;

/// <summary>What a linear model can and cannot draw.</summary>
internal static class BoundarySection
{
    public static Section Of(LogisticFindings findings)
    {
        (Boundary straight, Boundary curved) = (findings.Moons.Straight, findings.Moons.Curved);
        return new Section(
            "What can a straight line not do?",
            [
                new Paragraph(
                    $"Two moons of points, drawn by the seed. The same model, the same code, twice: "
                    + $"once on the columns x₁ and x₂, once on their products up to degree {curved.Degree}."),
                new FigureBlock(Draw("boundary-straight", findings.Moons, straight),
                    $"The line where p = ½ is straight and cuts through both moons: {straight.Right} of "
                    + $"the {straight.TestRows} test points shown are on the right side."),
                new FigureBlock(Draw("boundary-curved", findings.Moons, curved),
                    $"Straight in nine columns, curved in the plane of two: "
                    + $"{curved.Right} of the same {curved.TestRows} test points are on the right side.").Told(),
            ],
            $"“Linear” refers to the weights. You choose the columns, and with nine columns made from two the "
            + $"boundary bends.");
    }

    private static Figure Draw(string name, Boundaries moons, Boundary boundary) => DecisionBoundaryFigure.Draw(
        name,
        new ProbabilityField(boundary.U[0], boundary.U[^1], boundary.V[0], boundary.V[^1], boundary.Probability),
        moons.Test.Column(0), moons.Test.Column(1), moons.IsUpper, boundary.TestRows - boundary.Right);
}
