"""Weights of signals for and against causes: written by a command, not by hand.

The judgements in `table.py`, corrected by simulated examples as far as `fusion_fit.py` allows.
To make this file anew: python -m tests.benchmarks.fit_fusion FILE --write
"""

from collections.abc import Mapping

# Factor of all weights, so that what is called probable comes true as often.
SCALE = 1.43

# Shares of the causes before any evidence, by kind of service, in the order of taxonomy.KNOWN.
SHARES: Mapping[str, tuple[float, ...]] = {
    "app": (0.179, 0.106, 0.174, 0.159, 0.076, 0.089, 0.046, 0.118, 0.038, 0.014),
    "provider": (0.047, 0.073, 0.063, 0.076, 0.084, 0.052, 0.453, 0.016, 0.031, 0.105),
}

# Log-odds by feature, before the scale; the columns are those of taxonomy.KNOWN.
# software capacity software configur planned hardware network third cyberatt external
_TABLE = """
symptoms.login                    0.00  0.28  0.00  1.35  1.12  0.00 -0.89  0.00  0.00 -0.32
symptoms.app_crash                0.57  0.22  2.50 -0.16 -0.19  0.00  0.00  0.00  0.00  0.00
symptoms.not_loading             -0.23  0.00 -0.57  1.37  1.19  1.12  0.00  1.07  1.70  0.00
symptoms.messaging                0.31  0.00  0.00  0.46 -0.21 -0.16  0.00  0.00 -0.24  0.00
symptoms.no_connection           -1.36 -0.95 -0.53  0.27  0.00  0.37  0.95 -1.05  0.00  1.25
symptoms.slow                     0.00  2.50 -0.58  0.00  0.00  0.24  0.00  0.00  1.70  0.00
symptoms.server_error             0.00  0.09 -0.18  0.27  0.00  0.17 -1.69  0.71  0.00 -0.80
symptoms.media                    0.27 -0.17  0.00  0.00  0.00  0.00  0.30  0.33  0.00  0.00
symptoms.payment                  0.00  0.42 -0.20 -0.39  0.32 -0.18  0.00  1.39  0.00  0.00
symptoms.power_cut                0.00  0.00  0.00  0.00  0.00  1.41 -0.25  0.00  0.00  2.26
symptoms.other_function           1.35  0.00  1.59 -0.22  0.23  0.00  0.00  0.00  0.00  0.00
symptoms.cut_off                  0.00  0.00  0.00  0.00  0.00  0.00  1.50  0.00  0.00  0.70
symptoms.broad                    1.70  0.00  0.00  0.00  0.00  0.00  0.20  0.00  0.00  0.00
extent.everywhere                 0.43  0.09  0.84  0.37  0.00 -1.01 -1.73  0.00  0.39 -1.61
extent.all_of_provider            0.09  0.00  0.00  0.11  0.00 -0.67  0.00  0.00  0.00  0.00
extent.several                    0.00  0.00  0.00  0.00  0.00  0.78  0.00  0.09  0.00  0.00
extent.one_area                  -0.80 -0.33 -0.66 -0.68  0.00  0.42  0.30  0.00 -0.17  0.65
extent.one_region                 0.00  0.00  0.00  0.00  1.24  0.44  0.00  0.00  0.00  0.00
networks.raised                   0.00  0.00  0.00  0.00  0.00  0.00  2.19  0.00  0.00  0.00
networks.even                     0.00  0.00  0.00  0.00  0.00  0.00 -0.83  0.00  0.00 -0.64
networks.all_of_area              0.00  0.00  0.00  0.00  0.00  0.00 -0.29  0.00  0.00  0.88
networks.one                      0.00  0.00  0.00  0.00  0.00  0.00  0.70  0.00  0.00  0.00
onset.at_once                     0.00 -1.48 -0.09  0.67  0.37  0.23  0.51  0.09  0.00  0.09
onset.slow                        0.85  0.94  0.26 -1.04 -0.60 -0.97 -0.62 -0.61  0.00 -0.09
onset.slow_at_peak                0.00  0.91  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00
waves.again                       0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.17  0.00
steps.stairs                      0.00  0.00  0.70  0.00  0.00  0.00  0.00  0.00  0.00  0.00
siblings.down                     0.44 -0.89 -1.35  1.14 -0.88  1.01  0.00 -0.21  0.00  0.00
siblings.quiet                    0.35  0.00  0.00 -0.35  0.00  0.00  0.00  0.00  0.00  0.00
dependency.none_down              0.00  0.00  0.00  0.00  0.00  0.00  0.00 -1.74  0.00  0.00
dependency.many_down              0.00 -0.17  0.00  0.00  0.00  0.92  0.97  1.89  0.00  1.03
dependency.in_step                0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.70  0.00  0.00
dependency.none_known             0.00  0.00  0.00  0.00  0.00  0.00  0.00 -0.70  0.00  0.00
providers.nearly_all              0.00  0.00  0.00  0.00  0.00  0.00 -0.70  0.00  0.00  1.50
providers.some                    0.00  0.00  0.00  0.00  0.00  0.00  1.39  0.00  0.00  0.69
providers.none                    0.00  0.00  0.00  0.00  0.00  0.00 -1.44  0.00  0.00 -1.61
providers.others                  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.70
providers.no_other                0.00  0.00  0.00  0.00  0.00  0.00  0.35  0.00  0.00 -0.70
found.platform                    0.35 -0.35 -0.35  0.70  0.00  0.35 -0.35 -0.70  0.00  0.00
found.provider                    0.00  0.00  0.00  0.00  0.00  0.00  6.00 -0.35  0.00  0.00
found.itself                      0.00  0.00  0.00  0.00  0.00  0.00  0.00 -0.70  0.00  0.00
found.culprit                     0.35 -0.35 -0.35  0.70  0.00  0.35 -0.35 -3.00  0.00  0.00
found.grid                        0.00  0.00  0.00  0.00  0.00  0.70 -0.70  0.00  0.00  6.00
found.vendor                     -1.50 -1.50 -1.50 -1.50 -1.50  0.35  0.00  6.00  0.00  0.00
maintenance.yes                   0.00  0.00  0.00  0.21  2.29  0.00  0.00  0.00  0.00  0.00
maintenance.no                    0.00  0.00  0.00 -0.18 -1.31  0.00  0.00  0.00  0.00  0.00
release.yes                       0.00  0.00  1.52  0.00  0.00  0.00  0.00  0.00  0.00  0.00
release.no                        0.00  0.00 -0.58  0.00 -0.16  0.00  0.00  0.00  0.00  0.00
hour.evening                      0.00  1.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00
hour.night                        0.00 -0.09  0.00  0.00  1.35  0.00  0.00  0.00  0.00  0.00
hour.working                      0.00  0.00  0.00  0.10  0.00  0.00  0.00  0.00  0.00  0.00
notice.software_bug               2.20  0.35  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00
notice.capacity_overload          0.35  2.20  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00
notice.software_update            0.00  0.00  2.20  0.35  0.35  0.00  0.00  0.00  0.00  0.00
notice.configuration_error        0.00  0.00  0.35  2.20  0.35  0.00  0.00  0.00  0.00  0.00
notice.planned_maintenance        0.00  0.00  0.35  0.35  2.20  0.00  0.00  0.00  0.00  0.00
notice.hardware_power             0.00  0.00  0.00  0.00  0.00  2.20  0.35  0.00  0.00  0.00
notice.network_connectivity       0.00  0.00  0.00  0.00  0.00  0.35  2.20  0.00  0.00  0.00
notice.third_party_dependency     0.00  0.00  0.00  0.00  0.00  0.00  0.00  2.20  0.00  0.00
notice.cyberattack                0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  2.20  0.00
notice.external_event             0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  2.20
comments.software_bug             0.70  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00
comments.capacity_overload        0.00  0.70  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00
comments.software_update          0.00  0.00  1.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00
comments.configuration_error      0.00  0.00  0.00  0.70  0.00  0.00  0.00  0.00  0.00  0.00
comments.planned_maintenance      0.00  0.00  0.00  0.00  1.00  0.00  0.00  0.00  0.00  0.00
comments.hardware_power           0.00  0.00  0.00  0.00  0.00  1.00  0.00  0.00  0.00  0.00
comments.network_connectivity     0.21  0.00  0.00  0.00  0.00  0.00  0.88  0.00  0.00  0.00
comments.third_party_dependency   0.00  0.00  0.00  0.00  0.00  0.00  0.00  1.00  0.00  0.00
comments.external_event           0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  1.00
comments.cyberattack              0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.70  0.00
"""

WEIGHTS: Mapping[str, tuple[float, ...]] = {
    name: tuple(float(weight) for weight in weights)
    for name, *weights in map(str.split, _TABLE.strip().splitlines())
}
